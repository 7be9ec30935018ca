package dev.callout.api.ticket;

/** How two tickets belong together, read from the first to the second. */
public enum LinkKind {
    RELATED,
    FOLLOW_UP,
    CAUSED_BY
}
