package dev.callout.api.sla;

/** How a promise stands. */
public enum SlaVerdict {
    RUNNING,
    PAUSED,
    MET,
    MISSED,
    /** Nothing is promised any more: cancelled, merged, closed without a solution, or nobody had to go there. */
    VOID
}
