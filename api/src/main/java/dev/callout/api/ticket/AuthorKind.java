package dev.callout.api.ticket;

/** On whose side an author stands. */
public enum AuthorKind {
    CUSTOMER,
    STAFF,
    SYSTEM
}
