package dev.callout.query.audit;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.StoredEvent;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event's seal, with what the audit trail is searched by. All of it can be told from the stored event. */
record SealedEvent(
        long position,
        long block,
        Hash hash,
        String eventId,
        String aggregateId,
        long sequence,
        String event,
        String actor,
        String role,
        String channel,
        String commandId,
        String correlationId,
        String traceId,
        Instant recordedAt,
        Instant occurredAt) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static SealedEvent of(StoredEvent event, Hash hash, long block) {
        var origin = json(event.metaData());
        var recordedAt = time(event.timestamp());
        var occurredAt = time(text(json(event.payload()), "occurredAt"));
        return new SealedEvent(
                event.position(),
                block,
                hash,
                event.eventId(),
                event.aggregateId(),
                event.sequence(),
                event.name(),
                text(origin, "actor"),
                text(origin, "role"),
                text(origin, "channel"),
                text(origin, "commandId"),
                text(origin, "correlationId"),
                text(origin, "traceId"),
                recordedAt,
                occurredAt == null ? recordedAt : occurredAt);
    }

    /** What cannot be read is sealed all the same: nothing may hold the chain up. */
    private static JsonNode json(byte[] content) {
        try {
            return content == null ? JSON.missingNode() : JSON.readTree(content);
        } catch (JacksonException unreadable) {
            return JSON.missingNode();
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : Instant.parse(text).truncatedTo(MICROS); // as the database keeps it
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
