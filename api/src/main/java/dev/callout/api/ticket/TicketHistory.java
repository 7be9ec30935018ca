package dev.callout.api.ticket;

import dev.callout.api.identity.Named;
import java.time.Instant;
import java.util.List;

/** All that ever happened to a ticket, the oldest first. */
public record TicketHistory(String ticketId, String number, List<Line> lines, long version) {

    /**
     * One thing that happened, in words.
     *
     * @param occurredAt when it happened, {@code recordedAt} when we wrote it down
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
            String operationId,
            String source) {}
}
