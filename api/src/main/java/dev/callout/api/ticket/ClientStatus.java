package dev.callout.api.ticket;

/** What the customer is told about a ticket. Always derived, never stored. */
public enum ClientStatus {
    SUBMITTED,
    ASSIGNED,
    IN_PROGRESS,
    COMPLETED,
    CLOSED,
    CANCELLED;

    public static ClientStatus of(TicketStatus status, boolean assigned, BillingStatus billing) {
        return switch (status) {
            case CREATED -> SUBMITTED;
            case ASSIGNED -> ASSIGNED;
            case IN_PROGRESS, PENDING_CUSTOMER, PENDING_PARTS -> IN_PROGRESS;
            case RESOLVED -> COMPLETED;
            case CLOSED -> billing.isSettled() ? CLOSED : COMPLETED;
            case REOPENED -> assigned ? ASSIGNED : SUBMITTED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** The line below the status, empty where there is nothing to add. */
    public static String subLine(TicketStatus status, BillingStatus billing) {
        return switch (status) {
            case PENDING_CUSTOMER -> "waiting for you";
            case PENDING_PARTS -> "waiting for parts";
            case CLOSED -> billing.isSettled() ? "" : "payment due";
            default -> "";
        };
    }
}
