package dev.callout.api.ticket;

import java.util.List;
import org.axonframework.serialization.Revision;

/** Some tickets of the operation were tried, each with its result. */
@Revision("1")
public record BulkItemsProcessed(String operationId, List<BulkResult> results) implements BulkOperationEvent {}
