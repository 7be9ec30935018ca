package dev.callout.api.ticket;

/** What can happen to a bulk operation. */
public sealed interface BulkOperationEvent
        permits BulkOperationRequested, BulkItemsProcessed, BulkOperationStopped, BulkOperationFinished {

    String operationId();
}
