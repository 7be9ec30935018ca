package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody asked a person or a team for help with a reason; the work and its clocks go on. */
@Revision("1")
public record TicketEscalated(
        String ticketId,
        String contactId,
        String escalatedBy,
        String toAccountId,
        String toTeamId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = "escalatedBy")
        String reason,

        Instant occurredAt)
        implements TicketEvent {}
