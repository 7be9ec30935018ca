package dev.callout.query.sla.report;

import dev.callout.api.sla.SlaClock;
import dev.callout.query.Refused;
import dev.callout.query.sla.tracking.Place;
import java.time.DateTimeException;
import java.time.Instant;

/** Where a broken promise stands in the list of all: by its ticket, and among those for the same one by clock and cycle. */
record BreachPlace(Place ticket, SlaClock clock, int cycle) {

    boolean isBefore(BreachPlace other) {
        if (!ticket.equals(other.ticket)) {
            return true; // nothing before the ticket is read
        }
        var clocks = clock.compareTo(other.clock);
        return clocks < 0 || clocks == 0 && cycle < other.cycle;
    }

    String written() {
        return ticket.raisedAt() + " " + ticket.ticketId() + " " + clock + " " + cycle;
    }

    static BreachPlace read(String written) {
        try {
            var parts = written.split(" ");
            return new BreachPlace(
                    new Place(Instant.parse(parts[0]), parts[1]),
                    SlaClock.valueOf(parts[2]),
                    Integer.parseInt(parts[3]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Refused.invalid("'after' is no cursor of this list.");
        }
    }
}
