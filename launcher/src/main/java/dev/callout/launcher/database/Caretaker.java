package dev.callout.launcher.database;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after our own PostgreSQL: nobody else would start it again after it died. */
final class Caretaker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long START_ENDS_WITHIN_SECONDS = 5;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(round -> {
        var thread = new Thread(round, "postgres-caretaker");
        thread.setDaemon(true);
        return thread;
    });
    private final InCare database;

    private Caretaker(InCare database) {
        this.database = database;
    }

    /** What is looked after. */
    interface InCare {

        boolean runs() throws IOException;

        void startAgain() throws IOException;
    }

    static Caretaker of(InCare database) {
        var caretaker = new Caretaker(database);
        caretaker.rounds.scheduleWithFixedDelay(
                caretaker::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return caretaker;
    }

    private void look() {
        try {
            if (!database.runs()) {
                log.error("PostgreSQL has died; starting it again");
                database.startAgain();
                log.warn("PostgreSQL runs again");
            }
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL did not start again; the next try follows", e);
        }
    }

    /** A start under way is let end: whoever stops PostgreSQL now should find it. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(START_ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                log.warn("PostgreSQL is still being started again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
