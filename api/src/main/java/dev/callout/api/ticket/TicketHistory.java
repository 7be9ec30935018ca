package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;
import java.util.List;

/**
 * One page of all that ever happened to a ticket, the oldest first; {@code next} leads to the following page, {@code
 * total} is there when asked for.
 */
public record TicketHistory(String ticketId, String number, long version, List<Line> items, String next, Long total) {

    /**
     * One thing that happened, in words.
     *
     * @param occurredAt when it happened, {@code recordedAt} when we wrote it down
     * @param reportedLate whether it was recorded more than a minute after it happened
     * @param operationId the bulk operation it was part of, if any
     * @param source the help desk it was imported from, if any
     */
    public record Line(
            long version,
            String event,
            String sentence,
            Named actor,
            String role,
            String channel,
            Instant occurredAt,
            Instant recordedAt,
            boolean reportedLate,
            String operationId,
            String source) {}
}
