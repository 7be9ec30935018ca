package dev.callout.api.ticket;

/** What time alone does to tickets. */
public enum DueKind {
    /** A pause is over. */
    RESUME,
    /** Nobody confirmed or rejected the resolution. */
    UNCONFIRMED,
    /** A closed ticket leaves the daily lists. */
    ARCHIVE
}
