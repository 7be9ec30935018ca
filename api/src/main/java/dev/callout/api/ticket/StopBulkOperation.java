package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stop a bulk operation before the next ticket; what is done stays done, and can be undone. */
@AllowedTo({MANAGER, DISPATCHER, TECHNICIAN, QUALITY, SUPPORT, CUSTOMER_ADMIN})
public record StopBulkOperation(@TargetAggregateIdentifier String operationId, String stoppedBy)
        implements BulkOperationCommand {}
