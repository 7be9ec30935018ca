package dev.callout.query.sla.report;

import dev.callout.api.Moment;
import dev.callout.api.sla.CompareCustomersBySla;
import dev.callout.api.sla.CompareTechniciansBySla;
import dev.callout.api.sla.CountCustomerSlaCompliance;
import dev.callout.api.sla.CountSlaCompliance;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaComparison;
import dev.callout.api.sla.SlaCompliance;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaReportFilter;
import dev.callout.api.sla.SlaReportLine;
import dev.callout.api.sla.SlaTrend;
import dev.callout.query.Refused;
import dev.callout.query.sla.tracking.KnownCourses;
import dev.callout.query.sla.tracking.TrackedTicket;
import dev.callout.query.sla.tracking.TrackedTickets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how well promises were kept, in all, by technician and by customer: each clock read anew, none remembered. */
@Component
class SlaReportQueries {

    private static final int LINES_OF_A_COMPARISON = 200;

    private final Readings readings;
    private final TrackedTickets tickets;
    private final SlaBook book;
    private final Names names;
    private final KnownCourses known;
    private final Clock clock;

    SlaReportQueries(
            Readings readings, TrackedTickets tickets, SlaBook book, Names names, KnownCourses known, Clock clock) {
        this.readings = readings;
        this.tickets = tickets;
        this.book = book;
        this.names = names;
        this.known = known;
        this.clock = clock;
    }

    @QueryHandler
    SlaCompliance handle(CountSlaCompliance query) {
        return compliance(query.filter(), query.trend(), query.zone(), query.at());
    }

    /** Whatever else is asked for, it is the customer's own. */
    @QueryHandler
    SlaCompliance handle(CountCustomerSlaCompliance query) {
        var asked = query.filter();
        var own = new SlaReportFilter(
                asked.from(), asked.until(), query.customerId(), asked.priority(), asked.category(), null);
        var whole = compliance(own, query.trend(), query.zone(), query.at());
        return new SlaCompliance(
                own, whole.readAt(), whole.total(), whole.trend(), whole.byPriority(), whole.byCategory(), List.of());
    }

    private SlaCompliance compliance(SlaReportFilter filter, SlaTrend trend, String zone, Moment at) {
        var now = moment(at);
        var periods = new Periods(trend, zone(zone));
        var total = new Tally();
        var byPeriod = new TreeMap<String, Tally>();
        var byPriority = new TreeMap<String, Tally>();
        var byCategory = new TreeMap<String, Tally>();
        var byTeam = new TreeMap<String, Tally>();
        each(filter, at, now, read -> {
            var ticket = read.ticket();
            total.add(read);
            add(byPeriod, periods.of(ticket.raisedAt()), read);
            add(byPriority, ticket.priority().ordinal() + ticket.priority().name(), read);
            add(byCategory, ticket.category(), read);
            add(byTeam, ticket.teamId(), read);
        });
        var teams = names.ofTeams(byTeam.keySet());
        return new SlaCompliance(
                filter,
                now,
                total.line("ALL", null),
                lines(byPeriod, (key, tally) -> tally.line(key, null)),
                lines(byPriority, (key, tally) -> tally.line(key.substring(1), null)),
                lines(byCategory, (key, tally) -> tally.line(key, null)),
                lines(byTeam, (key, tally) -> tally.line(key, teams.get(key))));
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Refused.invalid("There is no time zone '" + zone + "'.");
        }
    }

    private static void add(Map<String, Tally> lines, String key, Read read) {
        if (key != null && !read.clocks().isEmpty()) {
            lines.computeIfAbsent(key, first -> new Tally()).add(read);
        }
    }

    private static List<SlaReportLine> lines(
            TreeMap<String, Tally> tallies, BiFunction<String, Tally, SlaReportLine> line) {
        var lines = new ArrayList<SlaReportLine>();
        tallies.forEach((key, tally) -> lines.add(line.apply(key, tally)));
        return lines;
    }

    @QueryHandler
    SlaComparison handle(CompareCustomersBySla query) {
        var now = moment(query.at());
        var byCustomer = new TreeMap<String, Tally>();
        each(
                query.filter(),
                query.at(),
                now,
                read -> add(byCustomer, read.ticket().customerId(), read));
        return comparison(query.filter(), now, byCustomer, names.ofCustomers(byCustomer.keySet()));
    }

    /** Each promise is the matter of whoever fulfilled it; a reopening that of whoever had solved it. */
    @QueryHandler
    SlaComparison handle(CompareTechniciansBySla query) {
        var now = moment(query.at());
        var byTechnician = new TreeMap<String, Tally>();
        each(query.filter(), query.at(), now, read -> {
            var ticket = read.ticket();
            var technicians = read.clocks().stream()
                    .map(ticket::technicianOf)
                    .filter(id -> id != null)
                    .distinct()
                    .toList();
            for (var technician : technicians) {
                byTechnician
                        .computeIfAbsent(technician, first -> new Tally())
                        .add(
                                read,
                                read.clocks().stream()
                                        .filter(clock -> technician.equals(ticket.technicianOf(clock)))
                                        .toList());
            }
            read.clocks().stream()
                    .filter(clock -> clock.clock() == SlaClock.RESOLUTION && clock.cycle() > 1)
                    .map(clock -> ticket.resolvers().get(clock.cycle() - 1))
                    .filter(id -> id != null)
                    .forEach(id -> byTechnician
                            .computeIfAbsent(id, first -> new Tally())
                            .reopened());
        });
        return comparison(query.filter(), now, byTechnician, names.ofAccounts(byTechnician.keySet()));
    }

    private static SlaComparison comparison(
            SlaReportFilter filter, Instant now, Map<String, Tally> tallies, Map<String, String> names) {
        var worstFirst = Comparator.comparingDouble(
                        (Map.Entry<String, Tally> line) -> line.getValue().kept())
                .thenComparing(line -> -line.getValue().tickets())
                .thenComparing(Map.Entry::getKey);
        return new SlaComparison(
                filter,
                now,
                tallies.entrySet().stream()
                        .sorted(worstFirst)
                        .limit(LINES_OF_A_COMPARISON)
                        .map(line -> line.getValue().line(line.getKey(), names.get(line.getKey())))
                        .toList());
    }

    private Instant moment(Moment at) {
        return at == null ? clock.instant() : at.asOf();
    }

    private void each(SlaReportFilter filter, Moment at, Instant now, Consumer<Read> add) {
        Limits.require(tickets.count(filter), at);
        readings.each(
                filter, null, ticket -> known.of(ticket, at).map(then -> read(ticket, then.course(), now)), read -> {
                    read.ifPresent(add);
                    return true;
                });
    }

    private Read read(TrackedTicket ticket, SlaCourse course, Instant now) {
        var clocks = SlaCalculation.readNow(course, book, now).clocks();
        return new Read(ticket, course, clocks, Penalties.of(clocks, book));
    }
}
