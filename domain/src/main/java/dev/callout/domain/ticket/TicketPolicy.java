package dev.callout.domain.ticket;

import java.time.Duration;
import java.time.Instant;

/** What the company has settled about tickets in general. */
public record TicketPolicy(Duration reopenWithin) {

    /** Whether a ticket that was closed (or resolved) at a moment may still go into a new cycle. */
    boolean mayReopen(Instant over, Instant now) {
        return over == null || !now.isAfter(over.plus(reopenWithin));
    }
}
