package dev.callout.api.ticket;

import org.axonframework.serialization.Revision;

/** Every ticket of the operation was tried. */
@Revision("1")
public record BulkOperationFinished(String operationId, int done, int skipped, int rejected)
        implements BulkOperationEvent {}
