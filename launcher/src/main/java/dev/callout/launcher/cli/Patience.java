package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import java.time.Duration;

/** Waits between two looks at work that goes on in the server, and gives up when it does not get on any more. */
final class Patience {

    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(30); // a rebuild waits for a backup to end

    private final String work;
    private final Duration pause;
    private final Duration longest;
    private long done = -1;
    private long since;

    Patience(String work, Duration pause) {
        this(work, pause, WITHOUT_PROGRESS);
    }

    Patience(String work, Duration pause, Duration longest) {
        this.work = work;
        this.pause = pause;
        this.longest = longest;
    }

    /** Returns after a moment, or fails when {@code done} has been the same for too long. */
    void await(long done) {
        var now = System.nanoTime();
        if (done != this.done) {
            this.done = done;
            since = now;
        } else if (now - since > longest.toNanos()) {
            throw new CannotRun("No progress for " + longest.toMinutes() + " minutes: " + work
                    + " is not waited for any longer, but goes on in the server if it can.");
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted; " + work + " goes on in the server.", e);
        }
    }
}
