package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** A bulk operation is to go on with no further ticket; those whose turn had not come are skipped. */
@Revision("1")
public record BulkOperationStopped(String operationId, String stoppedBy) implements BulkOperationEvent {}
