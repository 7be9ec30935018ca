package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give the ticket to a technician, a team, or both. */
@AllowedTo({MANAGER, DISPATCHER, SYSTEM})
public record AssignTicket(
        @TargetAggregateIdentifier String ticketId,
        String technicianId,
        String teamId,
        String reason,
        Instant occurredAt)
        implements TicketCommand {}
