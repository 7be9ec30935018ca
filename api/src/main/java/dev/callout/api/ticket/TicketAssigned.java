package dev.callout.api.ticket;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket was given to a technician, to a team, or to a technician of a team. */
@Revision("1")
public record TicketAssigned(String ticketId, String technicianId, String teamId, String reason, Instant occurredAt)
        implements TicketEvent {}
