package dev.callout.query.ticket.details;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps the rounds of work of each ticket as its work state says. */
@Component
class TicketCycles {

    private final TicketCycleRows rows;

    TicketCycles(TicketCycleRows rows) {
        this.rows = rows;
    }

    /** Follows one event; {@code before} is null for the first one. */
    void after(TicketEvent event, WorkState before, WorkState after, Instant at) {
        var ticketId = event.ticketId();
        for (int undone = after.cycle() + 1; before != null && undone <= before.cycle(); undone++) {
            rows.deleteById(TicketCycleRow.id(ticketId, undone));
        }
        if (before == null || before.cycle() < after.cycle()) {
            var reason = event instanceof TicketReopened reopened ? reopened.reason() : null;
            rows.save(new TicketCycleRow(ticketId, after.cycle(), at, reason)).on(event, after);
        } else {
            rows.findById(TicketCycleRow.id(ticketId, after.cycle()))
                    .orElseThrow()
                    .on(event, after);
        }
    }
}
