package dev.callout.query.sla.tracking;

import dev.callout.api.sla.CertifyCustomerSla;
import dev.callout.api.sla.CertifySla;
import dev.callout.api.sla.FindCustomerSlaTracking;
import dev.callout.api.sla.FindSlaTracking;
import dev.callout.api.sla.ListSlaTracking;
import dev.callout.api.sla.PrintSlaCertificate;
import dev.callout.api.sla.PrintedSlaCertificate;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaTrackingList;
import dev.callout.query.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers how the promises for a ticket stand at a moment, and why. */
@Component
class SlaTrackingQueries {

    private final TrackedTickets tickets;
    private final SlaBook book;
    private final EventStore events;
    private final Clock clock;
    private final ZoneId zone;

    SlaTrackingQueries(
            TrackedTickets tickets,
            SlaBook book,
            EventStore events,
            Clock clock,
            @Value("${callout.sla.zone:Europe/Berlin}") ZoneId zone) {
        this.tickets = tickets;
        this.book = book;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    @QueryHandler
    SlaTracking handle(FindSlaTracking query) {
        return tracking(tickets.find(query.ticket()), query.at(), true);
    }

    @QueryHandler
    SlaTracking handle(FindCustomerSlaTracking query) {
        return tracking(tickets.findOwn(query.ticket(), query.customerId(), query.contactId()), query.at(), false);
    }

    @QueryHandler
    SlaTrackingList handle(ListSlaTracking query) {
        return new SlaTrackingList(tickets.findAll(query.ticketIds()).stream()
                .map(ticket -> tracking(ticket, null, true))
                .toList());
    }

    @QueryHandler
    SlaCertificate handle(CertifySla query) {
        return certificate(tickets.find(query.ticket()), query.at(), true);
    }

    @QueryHandler
    SlaCertificate handle(CertifyCustomerSla query) {
        return certificate(tickets.findOwn(query.ticket(), query.customerId(), query.contactId()), query.at(), false);
    }

    @QueryHandler
    PrintedSlaCertificate handle(PrintSlaCertificate query) {
        var certificate = certificate(tickets.find(query.ticket()), null, true);
        return new PrintedSlaCertificate(certificate.number(), CertificatePdf.of(certificate));
    }

    private SlaTracking tracking(TrackedTicket ticket, Instant at, boolean forStaff) {
        var course = ticket.course();
        var reading = SlaCalculation.read(course, book, moment(course.startedAt(), at));
        return new Standing(book, forStaff).of(ticket, reading);
    }

    private SlaCertificate certificate(TrackedTicket ticket, Instant at, boolean forStaff) {
        var course = ticket.course();
        var reading = SlaCalculation.read(course, book, moment(course.startedAt(), at));
        // out of the events themselves: no view can be behind them, or tell another story
        var history = events.readEvents(ticket.ticketId(), 0)
                .asStream()
                .takeWhile(event -> event.getSequenceNumber() <= ticket.version());
        return new Certificates(
                        book, new Standing(book, forStaff), new Chronicle(course, history, reading.moment()), zone)
                .of(ticket, tickets.heading(ticket), reading);
    }

    /** Before it was raised there was no such ticket. Our own clock may be a little behind the one that raised it. */
    private Instant moment(Instant startedAt, Instant at) {
        if (at != null && at.isBefore(startedAt)) {
            throw Refused.notFound();
        }
        var moment = at == null ? clock.instant() : at;
        return moment.isBefore(startedAt) ? startedAt : moment;
    }
}
