package dev.callout.api.ticket;

/** What became of one ticket in a bulk operation. */
public enum BulkOutcome {
    DONE,
    SKIPPED,
    REJECTED
}
