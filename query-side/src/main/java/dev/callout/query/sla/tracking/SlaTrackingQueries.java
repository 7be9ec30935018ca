package dev.callout.query.sla.tracking;

import dev.callout.api.Moment;
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
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers how the promises for a ticket stand at a moment, and why. */
@Component
class SlaTrackingQueries {

    private final TrackedTickets tickets;
    private final SlaBook book;
    private final KnownCourses known;
    private final Clock clock;
    private final ZoneId zone;

    SlaTrackingQueries(
            TrackedTickets tickets,
            SlaBook book,
            KnownCourses known,
            Clock clock,
            @Value("${callout.sla.zone:Europe/Berlin}") ZoneId zone) {
        this.tickets = tickets;
        this.book = book;
        this.known = known;
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

    private SlaTracking tracking(TrackedTicket ticket, Moment at, boolean forStaff) {
        var then = known.of(ticket, at).orElseThrow(Refused::notFound);
        var reading =
                SlaCalculation.read(then.course(), book, moment(then.course().startedAt(), at));
        return new Standing(book, forStaff).of(ticket, reading, then.version());
    }

    private SlaCertificate certificate(TrackedTicket ticket, Moment at, boolean forStaff) {
        var then = known.of(ticket, at).orElseThrow(Refused::notFound);
        var course = then.course();
        var reading = SlaCalculation.read(course, book, moment(course.startedAt(), at));
        var history = known.history(ticket.ticketId(), then.version());
        var chronicle = new Chronicle(course, history, reading.moment());
        return new Certificates(book, new Standing(book, forStaff), chronicle, zone)
                .of(ticket, then.version(), tickets.heading(ticket), reading);
    }

    /** Before it was raised there was no such ticket. Our own clock may be a little behind the one that raised it. */
    private Instant moment(Instant startedAt, Moment at) {
        if (at != null && at.asOf().isBefore(startedAt)) {
            throw Refused.notFound();
        }
        var moment = at == null ? clock.instant() : at.asOf();
        return moment.isBefore(startedAt) ? startedAt : moment;
    }
}
