package dev.callout.query.sla.report;

import dev.callout.query.Refused;

/** How much a report may look at while somebody waits for it. */
final class Limits {

    private static final long TICKETS = 200_000;

    private Limits() {}

    static void require(long tickets) {
        if (tickets > TICKETS) {
            throw Refused.invalid("These are " + tickets + " tickets, and a report reads at most " + TICKETS
                    + ": choose a shorter period, or narrow it by customer, priority, category or team.");
        }
    }
}
