package dev.callout.query.sla.tracking;

import dev.callout.api.Moment;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What was known of a ticket's promises at a moment: its view knows all of it, the events what was recorded when. */
@Component
public class KnownCourses {

    /** The course by the events up to a version. */
    public record Known(SlaCourse course, long version) {}

    private final EventStore events;

    KnownCourses(EventStore events) {
        this.events = events;
    }

    /** Nothing of a ticket that was not recorded yet; {@code at} is null for now. */
    public Optional<Known> of(TrackedTicket ticket, Moment at) {
        if (at == null || at.knownAt() == null) {
            return Optional.of(new Known(ticket.course(), ticket.version()));
        }
        Known known = null;
        WorkState work = null;
        try (var history = history(ticket.ticketId(), ticket.version())) {
            for (var message : (Iterable<DomainEventMessage<?>>) history::iterator) {
                if (message.getTimestamp().isAfter(recordedBy(at))) {
                    break;
                }
                var event = (TicketEvent) message.getPayload();
                var before = work;
                work = WorkState.after(before, event);
                var version = message.getSequenceNumber();
                var by = SlaSwitch.by(event, version, message.getTimestamp());
                known = new Known(
                        SlaCourse.after(known == null ? null : known.course(), event, before, work, by), version);
            }
        }
        return Optional.ofNullable(known);
    }

    /** Out of the events themselves: no view can be behind them, or tell another story. */
    Stream<DomainEventMessage<?>> history(String ticketId, long version) {
        return events.readEvents(ticketId, 0)
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .takeWhile(message -> message.getSequenceNumber() <= version);
    }

    /** What is asked for is as exact as the database keeps it. */
    private static Instant recordedBy(Moment at) {
        return at.knownAt().plusNanos(999);
    }
}
