package dev.callout.api.sla;

import dev.callout.api.identity.Named;
import dev.callout.api.ticket.Priority;
import java.time.Instant;
import java.util.List;

/** One page of the verdicts that other terms would have changed. */
public record SlaFlipPage(List<Flip> items, String next, Long total) {

    /** A verdict that would be another; null where nothing would be promised, or nothing was. */
    public record Flip(
            String ticketId,
            String number,
            Named customer,
            Priority priority,
            SlaClock clock,
            int cycle,
            SlaVerdict before,
            SlaVerdict after,
            Instant dueBefore,
            Instant dueAfter,
            Instant actualAt) {}
}
