package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note what became of some tickets of the operation. */
@AllowedTo({SYSTEM})
public record RecordBulkResults(@TargetAggregateIdentifier String operationId, List<BulkResult> results)
        implements BulkOperationCommand {}
