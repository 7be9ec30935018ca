package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Assign as part of a bulk operation. */
@AllowedTo({MANAGER, DISPATCHER})
public record AssignInBulk(
        @TargetAggregateIdentifier String ticketId,
        String operationId,
        String technicianId,
        String teamId,
        String reason)
        implements TicketCommand {}
