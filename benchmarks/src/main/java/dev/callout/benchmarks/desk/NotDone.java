package dev.callout.benchmarks.desk;

import java.io.IOException;

/** Thrown for an answer that says anything but that it was done. */
public final class NotDone extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean inOrder;

    NotDone(String path, Answer answer) {
        super(path + " was answered " + answer.status() + ": " + answer.text());
        inOrder = answer.status() == 503
                && String.valueOf(answer.header("Content-Type")).startsWith("application/problem+json")
                && String.valueOf(answer.header("Retry-After")).matches("\\d+");
    }

    /** Whether it asks to try again later, in the way that programs understand. */
    public boolean asksForPatience() {
        return inOrder;
    }
}
