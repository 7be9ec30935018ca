package dev.callout.platform.axon;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Each command holds a connection to the database while it waits for a ticket that everybody wants. Some must be left for
 * those who read, for the views, and for what follows from events: so only half as many commands are at work at a time.
 * A turn is taken before any connection is, never by somebody who has one.
 */
@Component
public class CommandTurns {

    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore free;
    private final ThreadLocal<Boolean> taken = ThreadLocal.withInitial(() -> false);

    CommandTurns(@Value("${callout.connections:32}") int connections) {
        free = new Semaphore(Math.max(1, connections / 2), true);
    }

    /** For whoever sends commands in a transaction of their own. */
    public <T> T take(Supplier<T> work) {
        return take(PATIENCE_SECONDS, TimeUnit.SECONDS, work);
    }

    <T> T take(long timeout, TimeUnit unit, Supplier<T> work) {
        if (taken.get() || CurrentUnitOfWork.isStarted()) { // part of something that has its turn already
            return work.get();
        }
        if (!getsTurn(timeout, unit)) {
            throw new ProblemException(ProblemCode.OVERLOADED).retryAfter(1);
        }
        taken.set(true);
        try {
            return work.get();
        } finally {
            taken.remove();
            free.release();
        }
    }

    private boolean getsTurn(long timeout, TimeUnit unit) {
        try {
            return free.tryAcquire(timeout, unit);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
