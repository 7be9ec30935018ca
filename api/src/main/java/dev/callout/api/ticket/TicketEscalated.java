package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Somebody asked a person or a team for help with a reason; the work and its clocks go on. */
@Revision("1")
public record TicketEscalated(
        String ticketId, String escalatedBy, String toAccountId, String toTeamId, String reason, Instant occurredAt)
        implements TicketEvent {}
