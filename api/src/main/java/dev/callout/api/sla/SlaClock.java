package dev.callout.api.sla;

/** What is promised for a ticket, each with a clock of its own. */
public enum SlaClock {
    /** A person answers the customer. Runs once, from the moment the ticket was raised. */
    RESPONSE,
    /** A technician is at the site. Runs once, from the moment the ticket was raised, if somebody has to go there. */
    ARRIVAL,
    /** The problem is solved. Runs anew in each cycle. */
    RESOLUTION
}
