package dev.callout.api.sla;

/** How the work of a cycle ended. */
public enum CycleEnd {
    RESOLVED,
    /** Closed without a solution, cancelled or merged: nothing was promised any more. */
    GIVEN_UP
}
