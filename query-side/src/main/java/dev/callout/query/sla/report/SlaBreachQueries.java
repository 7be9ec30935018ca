package dev.callout.query.sla.report;

import dev.callout.api.sla.AnalyzeSlaBreaches;
import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaBreachPage;
import dev.callout.api.sla.SlaBreachPage.Breach;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.query.Refused;
import dev.callout.query.sla.tracking.Place;
import dev.callout.query.sla.tracking.TrackedTicket;
import dev.callout.query.sla.tracking.TrackedTickets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which promises were broken and why. A page ends between two tickets, so it may hold a few more than asked for. */
@Component
class SlaBreachQueries {

    private record Broken(TrackedTicket ticket, List<BrokenClock> clocks) {}

    private final Readings readings;
    private final TrackedTickets tickets;
    private final SlaBook book;
    private final Names names;
    private final Clock clock;

    SlaBreachQueries(Readings readings, TrackedTickets tickets, SlaBook book, Names names, Clock clock) {
        this.readings = readings;
        this.tickets = tickets;
        this.book = book;
        this.names = names;
        this.clock = clock;
    }

    @QueryHandler
    SlaBreachPage handle(AnalyzeSlaBreaches query) {
        var now = clock.instant();
        var summary = query.summary() ? summary(query.filter(), now) : null;
        var items = new ArrayList<Broken>();
        var more = new ArrayList<Broken>();
        readings.each(query.filter(), place(query.after()), ticket -> broken(ticket, now), broken -> {
            if (!broken.clocks().isEmpty()) {
                (clocksOf(items) < query.pageSize() ? items : more).add(broken);
            }
            return more.isEmpty();
        });
        return new SlaBreachPage(
                summary,
                told(items),
                more.isEmpty() ? null : cursor(items.get(items.size() - 1).ticket()));
    }

    private static int clocksOf(List<Broken> tickets) {
        return tickets.stream().mapToInt(broken -> broken.clocks().size()).sum();
    }

    private SlaBreachPage.Summary summary(SlaReportFilter filter, Instant now) {
        Limits.require(tickets.count(filter));
        var summary = new BreachSummary();
        readings.each(filter, null, ticket -> broken(ticket, now), broken -> {
            broken.clocks().forEach(summary::add);
            return true;
        });
        return summary.told();
    }

    private Broken broken(TrackedTicket ticket, Instant now) {
        var course = ticket.course();
        return new Broken(
                ticket,
                SlaCalculation.readNow(course, book, now).clocks().stream()
                        .filter(clock -> clock.verdict() == SlaVerdict.MISSED)
                        .map(clock -> BrokenClock.of(clock, course))
                        .toList());
    }

    private List<Breach> told(List<Broken> page) {
        var customers = names.ofCustomers(
                page.stream().map(broken -> broken.ticket().customerId()).toList());
        var teams = names.ofTeams(
                page.stream().map(broken -> broken.ticket().teamId()).toList());
        var technicians = names.ofAccounts(page.stream()
                .flatMap(broken ->
                        broken.clocks().stream().map(clock -> broken.ticket().technicianOf(clock.reading())))
                .toList());
        var told = new ArrayList<Breach>();
        for (var broken : page) {
            var ticket = broken.ticket();
            for (var one : broken.clocks()) {
                ClockReading reading = one.reading();
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
                        reading.target(),
                        one.waits().overtime(),
                        one.cause(),
                        one.waits().list()));
            }
        }
        return told;
    }

    private static String cursor(TrackedTicket last) {
        return last.raisedAt() + " " + last.ticketId();
    }

    private static Place place(String after) {
        try {
            var parts = after == null ? null : after.split(" ", 2);
            return parts == null ? null : new Place(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw Refused.invalid("'after' is no cursor of this list.");
        }
    }
}
