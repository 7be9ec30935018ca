package dev.callout.platform.axon;

import java.time.Instant;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events in Axon Server, which pushes new ones to their readers by itself. */
record AxonServerEvents(EventStore store) implements PromptEvents {

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return (TrackingEventStream) store.openStream(token);
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
}
