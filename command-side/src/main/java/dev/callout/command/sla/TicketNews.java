package dev.callout.command.sla;

import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPromise;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.SlaThresholdReached;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketRaised;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * What a notice says of a ticket: out of the events themselves, as no view may have heard of them yet. Who is erased from
 * there reads erased here.
 */
@Component
class TicketNews {

    /**
     * What people know a ticket by.
     *
     * @param zone of the calendar that the promise counts by; where day and night count, that of the company
     */
    record News(String title, String customer, ZoneId zone) {}

    private final EventStore events;
    private final SlaBook book;
    private final ZoneId home;

    TicketNews(EventStore events, SlaBook book, SlaSettings settings) {
        this.events = events;
        this.book = book;
        home = settings.zone();
    }

    News of(SlaThresholdReached reached) {
        var history = history(reached.ticketId());
        var raised = (TicketRaised) history.get(0);
        var title = raised.title();
        var promise = raised.promise();
        var priority = raised.priority();
        for (var event : history) {
            if (event instanceof TicketDescribed described) {
                title = described.title();
            } else if (event instanceof SlaPromised promised && isUnderItsTerms(reached, promised.promise())) {
                promise = promised.promise();
                priority = promised.priority();
            }
        }
        return new News(title, customer(raised.customerId()), zone(promise, reached.clock(), priority));
    }

    /** A later promise may be under others already. */
    private static boolean isUnderItsTerms(SlaThresholdReached reached, SlaPromise promise) {
        return promise.policyId().equals(reached.policyId()) && promise.policyVersion() == reached.policyVersion();
    }

    private String customer(String customerId) {
        var name = customerId;
        for (var event : history(customerId)) {
            if (event instanceof CustomerRegistered registered) {
                name = registered.name();
            } else if (event instanceof CustomerDetailsChanged changed) {
                name = changed.name();
            }
        }
        return name;
    }

    private ZoneId zone(SlaPromise promise, SlaClock clock, Priority priority) {
        var calendarId = book.policy(promise.policyId(), promise.policyVersion())
                .target(clock, priority)
                .map(SlaTarget::calendarId)
                .orElse(null);
        return promise.calendars().stream()
                .filter(calendar -> calendar.calendarId().equals(calendarId))
                .findFirst()
                .map(calendar ->
                        book.calendar(calendar.calendarId(), calendar.version()).zone())
                .orElse(home);
    }

    /** From the first event on, whether or not there is a snapshot. */
    private List<?> history(String aggregateId) {
        return events.readEvents(aggregateId, 0)
                .asStream()
                .map(Message::getPayload)
                .toList();
    }
}
