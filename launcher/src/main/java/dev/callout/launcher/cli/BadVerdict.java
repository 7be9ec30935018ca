package dev.callout.launcher.cli;

/** A check came to its end and found something wrong: that is its answer, told where answers are told. */
final class BadVerdict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadVerdict(String finding) {
        super("BROKEN: " + finding, null, false, false); // an answer, not an accident: no stack trace
    }
}
