package dev.callout.platform.axon;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * The framework's event store, whose one reading thread takes up what several commits have stored together: at once in
 * quiet times, and in busy ones a dozen times a second instead of after each commit.
 */
class GatheredEvents extends EmbeddedEventStore {

    private static final long READ_AFTER_MILLIS = 10;
    private static final long AND_NOT_AGAIN_FOR_MILLIS = 80;

    private final ScheduledThreadPoolExecutor alarm =
            new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("gathered-events"));
    private final AtomicBoolean aboutToRead = new AtomicBoolean();
    private volatile long readAt = System.nanoTime();

    GatheredEvents(Builder builder) {
        super(builder);
        alarm.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        if (aboutToRead.compareAndSet(false, true)) {
            var sinceLast = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - readAt);
            try {
                alarm.schedule(
                        this::read,
                        Math.max(READ_AFTER_MILLIS, AND_NOT_AGAIN_FOR_MILLIS - sinceLast),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException shutDown) {
                // nobody reads any more
            }
        }
    }

    private void read() {
        readAt = System.nanoTime();
        aboutToRead.set(false);
        super.afterCommit(List.of());
    }

    @Override
    public void shutDown() {
        alarm.shutdownNow();
        super.shutDown();
    }
}
