package dev.callout.query.projection;

import dev.callout.api.ticket.TicketEvent;
import java.time.Instant;

/** When an event happened, which may be before it was recorded: work done offline, mails, imports. */
public final class EventTimes {

    private EventTimes() {}

    /** The event's own time, or where it carries none the time at which it was recorded. */
    public static Instant occurredAt(Object event, Instant recordedAt) {
        var own = event instanceof TicketEvent told ? told.occurredAt() : null;
        return own == null ? recordedAt : own;
    }
}
