package dev.callout.api.ticket;

import dev.callout.api.Personal;
import dev.callout.api.sla.SlaClock;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A second person decided whether a recorded breach is excused by what was reported late. */
@Revision("1")
public record SlaDisputeDecided(
        String ticketId,
        SlaClock clock,
        int cycle,
        boolean accepted,
        String decidedBy,
        String contactId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "decidedBy")
        String reason,

        Instant occurredAt)
        implements TicketEvent {}
