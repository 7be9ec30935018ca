package dev.callout.api.sla;

/** Why a ticket got the promises it has. */
public enum PromiseCause {
    RAISED,
    PRIORITY_CHANGED,
    /** A manager put the ticket on another policy or on a newer version. */
    RETARGETED
}
