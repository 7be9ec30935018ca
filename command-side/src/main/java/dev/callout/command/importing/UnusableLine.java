package dev.callout.command.importing;

/** A line that can't be taken over: the code is for programs, the message for whoever repairs the file. */
final class UnusableLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a line was refused. The names are public and are never renamed. */
    enum Code {
        MISSING_NUMBER,
        UNKNOWN_STATE,
        UNKNOWN_PRIORITY,
        UNKNOWN_CONTACT_TYPE,
        UNREADABLE_TIME,
        IN_THE_FUTURE,
        IMPOSSIBLE_TIME,
        TIMES_CONTRADICT,
        TOO_LONG,
        EARLIER_LINE_MISSING,
        HISTORY_DIFFERS,
        FAILED
    }

    private final Code code;

    UnusableLine(Code code, String message) {
        super(message, null, false, false); // an answer, not an accident: no stack trace
        this.code = code;
    }

    Code code() {
        return code;
    }
}
