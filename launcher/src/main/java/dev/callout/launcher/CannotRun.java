package dev.callout.launcher;

/** What stands in the way, in words for the person at the keyboard: shown as one line, never as a stack trace. */
public class CannotRun extends RuntimeException {

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
