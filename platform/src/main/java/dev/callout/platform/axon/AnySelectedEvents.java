package dev.callout.platform.axon;

import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Out of a store that can only give all: what is not needed is at least not decrypted. */
@Component
@ConditionalOnProperty(name = "callout.event-store", havingValue = "axon-server")
class AnySelectedEvents implements SelectedEvents {

    private final EventStore events;

    AnySelectedEvents(EventStore events) {
        this.events = events;
    }

    @Override
    public Stream<DomainEventMessage<?>> only(Class<?> kind, String aggregateId) {
        return all(aggregateId).filter(event -> event.getPayloadType() == kind);
    }

    @Override
    public Stream<DomainEventMessage<?>> without(
            Collection<Class<?>> kinds, String aggregateId, long upTo, Collection<Long> butWith) {
        return all(aggregateId)
                .takeWhile(event -> event.getSequenceNumber() <= upTo)
                .filter(event ->
                        !kinds.contains(event.getPayloadType()) || butWith.contains(event.getSequenceNumber()));
    }

    private Stream<DomainEventMessage<?>> all(String aggregateId) {
        return events.readEvents(aggregateId, 0).asStream().map(event -> event); // from the first on: no snapshot
    }
}
