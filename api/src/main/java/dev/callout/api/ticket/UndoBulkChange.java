package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take back exactly what a bulk operation did, unless somebody changed the ticket since. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, QUALITY, SUPPORT, CUSTOMER_ADMIN})
public record UndoBulkChange(@TargetAggregateIdentifier String ticketId, String operationId, String undoOperationId)
        implements TicketCommand {}
