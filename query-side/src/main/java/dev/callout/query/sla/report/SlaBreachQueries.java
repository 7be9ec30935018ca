package dev.callout.query.sla.report;

import dev.callout.api.Moment;
import dev.callout.api.sla.AnalyzeSlaBreaches;
import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaBreachPage;
import dev.callout.api.sla.SlaBreachPage.Breach;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.sla.SlaTracking;
import dev.callout.query.sla.tracking.KnownCourses;
import dev.callout.query.sla.tracking.Place;
import dev.callout.query.sla.tracking.TrackedTicket;
import dev.callout.query.sla.tracking.TrackedTickets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which promises were broken and why. A page may end between two promises for one ticket. */
@Component
class SlaBreachQueries {

    private record Broken(TrackedTicket ticket, BrokenClock clock) {}

    private final Readings readings;
    private final TrackedTickets tickets;
    private final SlaBook book;
    private final Names names;
    private final KnownCourses known;
    private final Clock clock;

    SlaBreachQueries(
            Readings readings, TrackedTickets tickets, SlaBook book, Names names, KnownCourses known, Clock clock) {
        this.readings = readings;
        this.tickets = tickets;
        this.book = book;
        this.names = names;
        this.known = known;
        this.clock = clock;
    }

    @QueryHandler
    SlaBreachPage handle(AnalyzeSlaBreaches query) {
        var at = query.at();
        var now = at == null ? clock.instant() : at.asOf();
        var summary = query.summary() ? summary(query.filter(), at, now) : null;
        var last = query.after() == null ? null : BreachPlace.read(query.after());
        var found = new ArrayList<Broken>();
        readings.each(
                query.filter(), last == null ? null : last.ticket(), ticket -> broken(ticket, at, now), broken -> {
                    broken.stream()
                            .filter(one -> last == null || last.isBefore(place(one)))
                            .forEach(found::add);
                    return found.size() <= query.pageSize();
                });
        var isMore = found.size() > query.pageSize();
        var items = isMore ? found.subList(0, query.pageSize()) : found;
        return new SlaBreachPage(
                summary,
                told(items),
                isMore ? place(items.get(items.size() - 1)).written() : null);
    }

    private static BreachPlace place(Broken broken) {
        var reading = broken.clock().reading();
        return new BreachPlace(Place.of(broken.ticket()), reading.clock(), reading.cycle());
    }

    private SlaBreachPage.Summary summary(SlaReportFilter filter, Moment at, Instant now) {
        Limits.require(tickets.count(filter), at);
        var summary = new BreachSummary();
        readings.each(filter, null, ticket -> broken(ticket, at, now), broken -> {
            broken.forEach(one -> summary.add(one.clock()));
            return true;
        });
        return summary.told();
    }

    private List<Broken> broken(TrackedTicket ticket, Moment at, Instant now) {
        return known.of(ticket, at)
                .map(then -> broken(ticket, then.course(), now))
                .orElse(List.of());
    }

    private List<Broken> broken(TrackedTicket ticket, SlaCourse course, Instant now) {
        return SlaCalculation.readNow(course, book, now).clocks().stream()
                .filter(ClockReading::countsAsMissed)
                .map(clock -> new Broken(ticket, BrokenClock.of(clock, course)))
                .toList();
    }

    private List<Breach> told(List<Broken> page) {
        var customers = names.ofCustomers(
                page.stream().map(broken -> broken.ticket().customerId()).toList());
        var teams = names.ofTeams(
                page.stream().map(broken -> broken.ticket().teamId()).toList());
        var technicians = names.ofAccounts(page.stream()
                .map(broken -> broken.ticket().technicianOf(broken.clock().reading()))
                .toList());
        var told = new ArrayList<Breach>();
        for (var broken : page) {
            var ticket = broken.ticket();
            var one = broken.clock();
            var reading = one.reading();
            told.add(new Breach(
                    ticket.ticketId(),
                    ticket.number(),
                    Names.named(ticket.customerId(), customers),
                    reading.priority(),
                    ticket.category(),
                    Names.named(ticket.teamId(), teams),
                    Names.named(ticket.technicianOf(reading), technicians),
                    reading.clock(),
                    reading.cycle(),
                    ticket.raisedAt(),
                    reading.missedAt(),
                    reading.stoppedAt(),
                    SlaTracking.Target.of(reading.promised()),
                    reading.target(),
                    one.waits().overtime(),
                    one.cause(),
                    one.waits().list()));
        }
        return told;
    }
}
