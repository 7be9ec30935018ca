package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was begun, last begun first ended. Also from a signal, in the middle of a start. */
final class Shutdown implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

    private static final String STOPPED = "Stopped while starting.";

    private final Deque<AutoCloseable> begun = new ArrayDeque<>();
    private boolean over;

    /** Named before it is begun, so that a signal in between finds it. */
    <T extends AutoCloseable> T with(T part) {
        synchronized (begun) {
            if (!over) {
                begun.push(part);
                return part;
            }
        }
        end(part);
        throw new CannotRun(STOPPED);
    }

    /** A start that was told to stop must not end up saying that all is ready. */
    void requireNotOver() {
        synchronized (begun) {
            if (over) {
                throw new CannotRun(STOPPED);
            }
        }
    }

    @Override
    public void close() {
        Deque<AutoCloseable> parts;
        synchronized (begun) {
            over = true;
            parts = new ArrayDeque<>(begun);
            begun.clear();
        }
        parts.forEach(Shutdown::end);
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("Could not end {} cleanly", part, e);
        }
    }
}
