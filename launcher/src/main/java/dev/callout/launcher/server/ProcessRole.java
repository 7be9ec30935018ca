package dev.callout.launcher.server;

/** What of Callout one process does; the names are what people write into {@code CALLOUT_ROLE}. */
public enum ProcessRole {
    /** Everything, as on one machine. */
    ALL,
    /** Takes orders: commands, screens, sign-in, work that waits for its time. */
    COMMAND,
    /** Keeps the views and answers what is read through the API. */
    QUERY
}
