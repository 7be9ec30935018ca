package dev.callout.command.sla;

import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaThresholdReached;
import dev.callout.api.ticket.SupervisorAssigned;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.WorkState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * What a notice says of a ticket: out of the events themselves, as no view may have heard of them yet. Who is erased from
 * there reads erased here.
 */
@Component
class TicketNews {

    private static final String CAUSE = "correlationId";

    /**
     * What people know a ticket by, and what one command found out about its promises.
     *
     * @param lines each step that is told to somebody
     */
    record News(String title, String customer, List<Line> lines, boolean isAssignedToSupervisor) {}

    /** One run of a clock. */
    record Run(SlaClock clock, int cycle) {}

    /**
     * A step that was reached.
     *
     * @param promised as the policy names it
     * @param zone of the calendar that the promise counts by; where day and night count, that of the company
     * @param isBroken whether the promise is, and so nobody is warned of it any more
     */
    record Line(SlaThresholdReached reached, SlaTarget promised, ZoneId zone, boolean isBroken) {

        Run run() {
            return new Run(reached.clock(), reached.cycle());
        }

        Notifications.Trigger trigger() {
            return isBroken ? Notifications.Trigger.SLA_BREACH : Notifications.Trigger.SLA_WARNING;
        }

        Line broken() {
            return new Line(reached, promised, zone, true);
        }

        Line higher(Line other) {
            return other.reached.percent() > reached.percent() ? other : this;
        }
    }

    private final EventStore events;
    private final SlaBook book;
    private final ZoneId home;

    TicketNews(EventStore events, SlaBook book, SlaSettings settings) {
        this.events = events;
        this.book = book;
        home = settings.zone();
    }

    /** @param cause what all events of one occasion have in common; null for the event of that version alone */
    News of(String ticketId, long version, String cause) {
        var title = "";
        var customerId = "";
        WorkState work = null;
        SlaCourse course = null;
        var lines = new ArrayList<Line>();
        var broken = new HashSet<Run>();
        var assigned = false;
        for (var message : history(ticketId)) {
            var event = (TicketEvent) message.getPayload();
            var before = work;
            work = WorkState.after(before, event);
            course = SlaCourse.after(
                    course,
                    event,
                    before,
                    work,
                    SlaSwitch.by(event, message.getSequenceNumber(), message.getTimestamp()));
            if (event instanceof TicketRaised raised) {
                title = raised.title();
                customerId = raised.customerId();
            } else if (event instanceof TicketDescribed described) {
                title = described.title();
            }
            if (cause == null
                    ? message.getSequenceNumber() == version
                    : cause.equals(message.getMetaData().get(CAUSE))) {
                if (event instanceof SlaThresholdReached step
                        && !step.recipients().isEmpty()) {
                    lines.add(line(step, course, message.getTimestamp()));
                } else if (event instanceof SlaBreached breach) {
                    broken.add(new Run(breach.clock(), breach.cycle()));
                } else if (event instanceof SupervisorAssigned) {
                    assigned = true;
                }
            }
        }
        lines.replaceAll(line -> broken.contains(line.run()) ? line.broken() : line);
        return new News(title, customer(customerId), lines, assigned);
    }

    /** As the ticket read its clocks when it told. */
    private Line line(SlaThresholdReached step, SlaCourse course, Instant recordedAt) {
        var moment = recordedAt.isBefore(step.occurredAt()) ? step.occurredAt() : recordedAt;
        var clock = SlaCalculation.readNow(course, book, moment)
                .clock(step.clock(), step.cycle())
                .orElseThrow();
        return new Line(step, clock.promised(), zone(clock), step.percent() >= 100);
    }

    private ZoneId zone(ClockReading clock) {
        return clock.calendar() == null
                ? home
                : book.calendar(clock.calendar().calendarId(), clock.calendar().version())
                        .zone();
    }

    private String customer(String customerId) {
        var name = customerId;
        for (var message : history(customerId)) {
            if (message.getPayload() instanceof CustomerRegistered registered) {
                name = registered.name();
            } else if (message.getPayload() instanceof CustomerDetailsChanged changed) {
                name = changed.name();
            }
        }
        return name;
    }

    /** From the first event on, whether or not there is a snapshot. */
    private List<? extends DomainEventMessage<?>> history(String aggregateId) {
        return events.readEvents(aggregateId, 0).asStream().toList();
    }
}
