package dev.callout.platform.axon;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * The event store in PostgreSQL, which tells its readers of new events as soon as its reading thread has them. The
 * framework's own cannot, and readers would look only every half second.
 */
class AnnouncedEvents implements PromptEvents {

    private final EmbeddedEventStore store;
    private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();

    /**
     * A reader that never falls behind. Without one, the reading thread stops when every other reads for itself, and
     * whoever caught up first would have to wait until it had followed.
     */
    private TrackingEventStream foremost;

    AnnouncedEvents(EmbeddedEventStore store, PostgresEvents engine) {
        this.store = store;
        engine.afterReading(() -> {
            stayForemost();
            wake();
        });
    }

    private synchronized void stayForemost() {
        if (foremost == null) {
            foremost = store.openStream(store.createHeadToken());
        }
        try {
            while (foremost.hasNextAvailable(0, TimeUnit.NANOSECONDS)) {
                foremost.nextAvailable();
            }
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    void wake() {
        readers.forEach(this::wake);
    }

    /** One that is just being shut down must not keep the others from being woken. */
    private void wake(Runnable reader) {
        try {
            reader.run();
        } catch (RejectedExecutionException shutDown) {
            readers.remove(reader);
        }
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
