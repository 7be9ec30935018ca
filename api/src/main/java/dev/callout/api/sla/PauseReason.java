package dev.callout.api.sla;

/** Why a clock may stand still, besides nights and holidays. */
public enum PauseReason {
    /** The work waits for the customer's answer. */
    PENDING_CUSTOMER,
    /** The work waits for parts. */
    PENDING_PARTS,
    /** The customer asked to wait until a date. */
    CUSTOMER_DELAY
}
