package dev.callout.domain.ticket;

import dev.callout.api.ticket.TicketLimits;
import java.time.Duration;
import java.time.Instant;

/**
 * What the company has settled about tickets in general. The windows in which customers may object begin when a step was
 * recorded: before that they could not know of it.
 *
 * @param reopenWithin how long a ticket that is over can go into a new cycle
 * @param closeAfter how long a resolved ticket waits for the customer
 * @param limits how much may be written on one ticket
 */
public record TicketPolicy(Duration reopenWithin, Duration closeAfter, TicketLimits limits) {

    boolean mayReopen(Instant overSince, Instant now) {
        return overSince == null || !now.isAfter(overSince.plus(reopenWithin));
    }

    boolean isUnconfirmed(Instant resolvedSince, Instant now) {
        return resolvedSince == null || !now.isBefore(resolvedSince.plus(closeAfter));
    }
}
