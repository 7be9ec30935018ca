package dev.callout.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.test.context.TestComponent;

/** Appends events the way a command does, and lets go wrong what goes wrong between the flush and the commit. */
@TestComponent
public class Appends {

    private final EventStore events;
    private final TransactionManager transactions;

    Appends(EventStore events, TransactionManager transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /** The whole life of one aggregate, as a node would stamp it whose clock shows this. */
    public static List<EventMessage<?>> life(String aggregateId, Instant clock, Object... happened) {
        var messages = new ArrayList<EventMessage<?>>();
        for (var event : happened) {
            messages.add(new GenericDomainEventMessage<>(
                    "Any", aggregateId, messages.size(), new GenericMessage<>(event), clock));
        }
        return messages;
    }

    public void commit(List<? extends EventMessage<?>> messages) {
        append(messages, work -> {});
    }

    /** The rows are written, numbers are taken from the sequence, and then all of it is undone. */
    public void rollBack(List<? extends EventMessage<?>> messages) {
        try {
            append(messages, work -> {
                throw new Undone();
            });
        } catch (Undone asIntended) {
            return;
        }
        throw new AssertionError("It was committed");
    }

    /** The rows are written and the transaction stays open until it is let go. */
    public CompletableFuture<Void> hold(List<? extends EventMessage<?>> messages, CountDownLatch letGo) {
        var written = new CountDownLatch(1);
        var end = CompletableFuture.runAsync(() -> append(messages, work -> {
            written.countDown();
            await(letGo);
        }));
        await(written);
        return end;
    }

    private void append(List<? extends EventMessage<?>> messages, Consumer<UnitOfWork<?>> afterTheFlush) {
        var work = DefaultUnitOfWork.startAndGet(messages.get(0));
        try {
            work.attachTransaction(transactions);
            events.publish(messages);
            work.onPrepareCommit(afterTheFlush::accept); // comes after the event store's own
        } catch (RuntimeException e) {
            work.rollback(e);
            throw e;
        }
        work.commit();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
