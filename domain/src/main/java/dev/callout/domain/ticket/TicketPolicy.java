package dev.callout.domain.ticket;

import java.time.Duration;
import java.time.Instant;

/**
 * What the company has settled about tickets in general. The windows in which customers may object begin when a step was
 * recorded: before that they could not know of it.
 *
 * @param reopenWithin how long a ticket that is over can go into a new cycle
 * @param closeAfter how long a resolved ticket waits for the customer
 */
public record TicketPolicy(Duration reopenWithin, Duration closeAfter) {

    boolean mayReopen(Instant overSince, Instant now) {
        return overSince == null || !now.isAfter(overSince.plus(reopenWithin));
    }

    boolean isUnconfirmed(Instant resolvedSince, Instant now) {
        return resolvedSince == null || !now.isBefore(resolvedSince.plus(closeAfter));
    }
}
