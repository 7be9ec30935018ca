package dev.callout.api.ticket;

import dev.callout.api.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The ticket was given to a technician, to a team, or to a technician of a team. */
@Revision("1")
public record TicketAssigned(
        String ticketId,
        String contactId,
        String technicianId,
        String teamId,

        @Personal(
                value = {"contactId", "ticketId"},
                by = Personal.ACTOR)
        String reason,

        Instant occurredAt)
        implements TicketEvent {}
