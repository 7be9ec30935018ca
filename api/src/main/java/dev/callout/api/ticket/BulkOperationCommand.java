package dev.callout.api.ticket;

/** What can be asked of a bulk operation. */
public sealed interface BulkOperationCommand permits RequestBulkOperation, RecordBulkResults, StopBulkOperation {

    String operationId();
}
