package dev.callout.platform.axon;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.DisposableBean;

/**
 * The event store in PostgreSQL, which tells its readers of new events: at once after a commit in quiet times, and in busy
 * ones now and then, so that they take up many together; and for those of other nodes several times a second. The framework's own cannot, and readers would look only
 * every half second.
 */
class AnnouncedEvents implements PromptEvents, DisposableBean {

    private static final long WAKE_AFTER_MILLIS = 10;
    private static final long AND_NOT_AGAIN_FOR_MILLIS = 80;
    private static final long LOOK_FOR_FOREIGN_EVENTS_MILLIS = 250;

    private final EmbeddedEventStore store;
    private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean aboutToWake = new AtomicBoolean();
    private volatile long awokenAt = System.nanoTime();
    private final ScheduledThreadPoolExecutor alarm =
            new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("prompt-events"));
    private final Registration subscription;

    AnnouncedEvents(EmbeddedEventStore store) {
        this.store = store;
        alarm.setRemoveOnCancelPolicy(true);
        alarm.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        subscription = store.subscribe(
                events -> CurrentUnitOfWork.ifStarted(work -> work.afterCommit(committed -> wakeSoon())));
        alarm.scheduleWithFixedDelay(
                this::wake, LOOK_FOR_FOREIGN_EVENTS_MILLIS, LOOK_FOR_FOREIGN_EVENTS_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void wakeSoon() {
        if (!alarm.isShutdown() && aboutToWake.compareAndSet(false, true)) {
            var sinceLast = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - awokenAt);
            alarm.schedule(
                    () -> {
                        awokenAt = System.nanoTime();
                        aboutToWake.set(false);
                        wake();
                    },
                    Math.max(WAKE_AFTER_MILLIS, AND_NOT_AGAIN_FOR_MILLIS - sinceLast),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void wake() {
        readers.forEach(this::wake);
    }

    /** One that is just being shut down must not keep the others, and every later look, from happening. */
    private void wake(Runnable reader) {
        try {
            reader.run();
        } catch (RejectedExecutionException shutDown) {
            readers.remove(reader);
        }
    }

    @Override
    public void destroy() {
        subscription.cancel();
        alarm.shutdownNow();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return new PromptStream(store.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return store.createTokenAt(at);
    }

    /** One reader's place in the stream. */
    private class PromptStream implements TrackingEventStream {

        private final TrackingEventStream events;
        private volatile Runnable reader;

        PromptStream(TrackingEventStream events) {
            this.events = events;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            reader = callback;
            readers.add(callback);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void close() {
            if (reader != null) {
                readers.remove(reader);
            }
            events.close();
        }
    }
}
