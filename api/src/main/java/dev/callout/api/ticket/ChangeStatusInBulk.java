package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the step that leads to a status, as part of a bulk operation. */
@AllowedTo({MANAGER, CUSTOMER_ADMIN, SUPPORT})
public record ChangeStatusInBulk(
        @TargetAggregateIdentifier String ticketId,
        String operationId,
        TicketStatus status,
        String changedBy,
        String reason)
        implements TicketCommand {}
