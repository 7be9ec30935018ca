package dev.callout.api.ticket;

/** How a ticket came to be closed. */
public enum Closure {
    CONFIRMED,
    UNANSWERED,
    ADMINISTRATIVE,
    MERGED,
    IMPORTED
}
