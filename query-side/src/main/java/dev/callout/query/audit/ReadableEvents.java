package dev.callout.query.audit;

import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.platform.http.HttpJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads what events say as everybody else here reads them: in today's form, and with what was erased gone. */
@Component
class ReadableEvents {

    private static final int EVENTS_AT_A_TIME = 20;
    private static final long BYTES_OF_A_PAGE = 512 * 1024;

    /** By position; what cannot be read is left out. {@code covered} counts the positions that were looked at. */
    record Said(Map<Long, Map<String, Object>> payloads, int covered) {}

    private final StoredEvents stored;
    private final Configuration axon;
    private final HttpJson json;

    ReadableEvents(StoredEvents stored, Configuration axon, HttpJson json) {
        this.stored = stored;
        this.axon = axon;
        this.json = json;
    }

    /** What the first of the events at these positions say, as many as fit into one answer. */
    Said at(List<Long> positions) {
        var payloads = new HashMap<Long, Map<String, Object>>();
        var bytes = 0L;
        var covered = 0;
        while (covered < positions.size() && bytes < BYTES_OF_A_PAGE) {
            var until = Math.min(positions.size(), covered + EVENTS_AT_A_TIME);
            for (var event : stored.at(positions.subList(covered, until))) {
                bytes += event.payload().length;
                var payload = payload(event);
                if (payload != null) {
                    payloads.put(event.position(), payload);
                }
            }
            covered = until;
        }
        return new Said(payloads, covered);
    }

    private Map<String, Object> payload(StoredEvent event) {
        return read(event)
                .map(payload -> json.mapper().convertValue(payload, new TypeReference<Map<String, Object>>() {}))
                .orElse(null);
    }

    /** What an event says, in today's form; empty when it cannot be read. */
    Optional<Object> read(StoredEvent event) {
        var entry = new GenericDomainEventEntry<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.eventId(),
                event.timestamp(),
                event.payloadType(),
                event.revision(),
                event.payload(),
                event.metaData());
        try {
            var events = EventStreamUtils.upcastAndDeserializeDomainEvents(
                    Stream.of(entry), axon.eventSerializer(), axon.upcasterChain());
            return events.hasNext() ? readable(events.next().getPayload()) : Optional.empty();
        } catch (SerializationException tamperedWith) {
            return Optional.empty();
        }
    }

    private static Optional<Object> readable(Object payload) {
        return payload instanceof UnknownSerializedType ? Optional.empty() : Optional.ofNullable(payload);
    }
}
