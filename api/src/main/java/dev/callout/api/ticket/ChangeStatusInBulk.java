package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the step that leads to a status, as part of a bulk operation. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, QUALITY, SUPPORT, CUSTOMER_ADMIN})
public record ChangeStatusInBulk(
        @TargetAggregateIdentifier String ticketId,
        String operationId,
        TicketStatus status,
        String changedBy,
        String technicianId,
        AuthorKind changedByKind,
        String reason)
        implements TicketCommand {}
