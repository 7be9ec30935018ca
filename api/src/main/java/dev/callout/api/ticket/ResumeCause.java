package dev.callout.api.ticket;

/** Why paused work went on. */
public enum ResumeCause {
    TECHNICIAN,
    CUSTOMER_REPLIED,
    DATE_REACHED
}
