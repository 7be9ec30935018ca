package dev.callout.api.ticket;

/** What kind of request the customer makes. */
public enum TicketType {
    ISSUE,
    QUESTION,
    FEATURE_REQUEST,
    COMPLAINT
}
