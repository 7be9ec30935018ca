package dev.callout.api.sla;

/** What a reopened ticket does to its resolution clock. The first verdict stays in either case. */
public enum ReopenRule {
    /** The full time is granted anew. */
    NEW_CYCLE,
    /** What was used before counts; the time between resolved and reopened does not. */
    CONTINUE
}
