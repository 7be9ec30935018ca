package dev.callout.query.sla.report;

import dev.callout.api.Moment;
import dev.callout.query.Refused;

/** How much a report may look at while somebody waits for it. */
final class Limits {

    private static final long TICKETS = 200_000;

    private static final long READ_FROM_EVENTS = 5_000;

    private Limits() {}

    /** What was known then is read from the events of each ticket, which takes longer. */
    static void require(long tickets, Moment at) {
        if (at != null && at.knownAt() != null && tickets > READ_FROM_EVENTS) {
            throw Refused.invalid("These are " + tickets + " tickets, and with knownAt a report reads at most "
                    + READ_FROM_EVENTS + ": choose a shorter period, narrow it, or leave knownAt out.");
        }
        require(tickets);
    }

    static void require(long tickets) {
        if (tickets > TICKETS) {
            throw Refused.invalid("These are " + tickets + " tickets, and a report reads at most " + TICKETS
                    + ": choose a shorter period, or narrow it by customer, priority, category or team.");
        }
    }
}
