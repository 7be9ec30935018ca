package dev.callout.platform.audit;

import io.axoniq.axonserver.connector.event.EventChannel;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Reads the event store's own bytes, in the order in which all events were stored. */
public interface StoredEvents {

    /** Before the first event there can be. */
    long BEFORE_ALL = Long.MIN_VALUE;

    /**
     * The position up to which everything there will ever be can be read: no append that is still under way can put an
     * event there. May lie behind what can be read already, and never goes back.
     */
    long settled();

    /** The first events after one position, up to and with another, in order. */
    List<StoredEvent> between(long after, long upTo, int atMost);

    /** Those that an Axon Server has, for work without the product. */
    static StoredEvents inAxonServer(Supplier<EventChannel> channel) {
        return new AxonServerStoredEvents(channel);
    }

    /** The events at these positions, in order; those that are not there are left out. */
    List<StoredEvent> at(Collection<Long> positions);
}
