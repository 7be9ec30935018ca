package dev.callout.api.ticket;

/** Where a ticket stands in the work, as staff sees it. Customers see {@link ClientStatus}. */
public enum TicketStatus {
    CREATED,
    ASSIGNED,
    IN_PROGRESS,
    PENDING_CUSTOMER,
    PENDING_PARTS,
    RESOLVED,
    CLOSED,
    REOPENED,
    CANCELLED;

    public boolean isPending() {
        return this == PENDING_CUSTOMER || this == PENDING_PARTS;
    }

    /** Nothing more is expected of anybody. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Somebody at the company still has to work on it. */
    public boolean isOpen() {
        return !isOver() && this != RESOLVED;
    }
}
