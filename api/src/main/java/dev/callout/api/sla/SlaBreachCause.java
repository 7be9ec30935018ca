package dev.callout.api.sla;

/** What broke a promise, as far as the history tells. */
public enum SlaBreachCause {
    /** New terms put the due time into the past. */
    RETARGET,
    /** Had the clock stood still while we waited for parts, the promise would have been kept. */
    PENDING_PARTS,
    /** The same with waiting for the customer. */
    PENDING_CUSTOMER,
    /** The same with a delay that the customer asked for. */
    CUSTOMER_DELAY,
    /** More than half of the granted time had passed before anybody answered. */
    LATE_START,
    /** None of these: the way or the work took longer. */
    OTHER
}
