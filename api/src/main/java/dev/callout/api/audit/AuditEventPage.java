package dev.callout.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One page of the audit trail; {@code next} leads to the following one, {@code total} is there when asked for. */
public record AuditEventPage(List<Line> items, String next, Long total) {

    /**
     * One event: who did what, in which role, by which way and because of what, and when.
     *
     * @param block which block it is sealed in
     * @param hash its seal
     * @param payload what the event says, personal data readable unless it was erased; null when not asked for
     */
    public record Line(
            long position,
            String eventId,
            String event,
            String aggregateId,
            long sequence,
            String actor,
            String role,
            String channel,
            String commandId,
            String correlationId,
            String traceId,
            Instant recordedAt,
            Instant occurredAt,
            long block,
            String hash,
            Map<String, Object> payload) {}
}
