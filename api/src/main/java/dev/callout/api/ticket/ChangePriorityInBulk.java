package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change the priority as part of a bulk operation. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT})
public record ChangePriorityInBulk(
        @TargetAggregateIdentifier String ticketId,
        String operationId,
        Priority priority,
        String changedBy,
        String reason)
        implements TicketCommand {}
