package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change many tickets in one go. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, QUALITY, SUPPORT, CUSTOMER_ADMIN})
public record RequestBulkOperation(
        @TargetAggregateIdentifier String operationId,
        BulkKind kind,
        String technicianId,
        String teamId,
        TicketStatus status,
        Priority priority,
        String reason,
        String undoes,
        String requestedBy,
        List<BulkItem> items)
        implements BulkOperationCommand {}
