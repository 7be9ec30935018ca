package dev.callout.query.sla.tracking;

import java.time.Instant;

/** Where a ticket stands in the order in which tickets were raised. */
public record Place(Instant raisedAt, String ticketId) {

    public static Place of(TrackedTicket ticket) {
        return new Place(ticket.raisedAt(), ticket.ticketId());
    }
}
