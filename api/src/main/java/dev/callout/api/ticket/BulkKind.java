package dev.callout.api.ticket;

/** What a bulk operation changes. */
public enum BulkKind {
    ASSIGN,
    STATUS,
    PRIORITY,
    UNDO
}
