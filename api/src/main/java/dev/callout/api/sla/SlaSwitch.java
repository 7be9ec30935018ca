package dev.callout.api.sla;

import dev.callout.api.ticket.TicketEvent;
import java.time.Instant;

/**
 * The event that made a clock go on or stand still.
 *
 * @param event its name
 * @param version its place in the stream of the ticket
 * @param recordedAt when it was recorded, which is later than it happened where it was reported late; null if unknown
 */
public record SlaSwitch(String event, long version, Instant recordedAt) {

    public SlaSwitch(String event, long version) {
        this(event, version, null);
    }

    public static SlaSwitch by(TicketEvent event, long version, Instant recordedAt) {
        return new SlaSwitch(event.getClass().getSimpleName(), version, recordedAt);
    }
}
