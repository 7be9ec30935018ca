package dev.callout.api.ticket;

/** Where a ticket stands with the money: a facet of its own, beside the work and the archive. */
public enum BillingStatus {
    NOT_BILLABLE,
    TO_INVOICE,
    INVOICED,
    PART_PAID,
    PAID,
    DISPUTED;

    /** Nobody owes anything. */
    public boolean isSettled() {
        return this == NOT_BILLABLE || this == PAID;
    }
}
