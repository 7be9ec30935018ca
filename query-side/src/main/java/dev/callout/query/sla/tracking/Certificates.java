package dev.callout.query.sla.tracking;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCertificate.Interval;
import dev.callout.api.sla.SlaCertificate.Sum;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Writes the account of every second that a ticket's promises took. */
final class Certificates {

    private final Standing standing;
    private final Verdicts verdicts;

    Certificates(SlaBook book, Standing standing) {
        this.standing = standing;
        verdicts = new Verdicts(book);
    }

    SlaCertificate of(TrackedTicket ticket, SlaReading reading) {
        var allMet = Standing.allMet(reading.clocks());
        return new SlaCertificate(
                ticket.ticketId(),
                ticket.number(),
                reading.moment(),
                ticket.ticketId() + "@" + ticket.version(),
                allMet,
                Verdicts.summary(reading.clocks(), allMet),
                reading.clocks().stream().map(this::clock).toList());
    }

    private SlaCertificate.Clock clock(ClockReading reading) {
        var intervals = reading.intervals().stream().map(Certificates::interval).toList();
        return new SlaCertificate.Clock(
                standing.of(reading),
                verdicts.sentences(reading),
                intervals,
                sums(intervals),
                intervals.stream().map(Interval::duration).reduce(Duration.ZERO, Duration::plus));
    }

    private static Interval interval(SlaInterval interval) {
        var by = interval.switchedBy();
        return new Interval(
                interval.from(),
                interval.until(),
                Duration.between(interval.from(), interval.until()),
                Words.what(interval),
                interval.kind(),
                by == null ? null : by.event(),
                by == null ? null : by.version());
    }

    /** What was counted first, then the rest in the order in which it came. */
    static List<Sum> sums(List<Interval> intervals) {
        var sums = new LinkedHashMap<String, Sum>();
        var counted = Words.COUNTED;
        sums.put(counted, new Sum(counted, SlaInterval.Kind.COUNTED, Duration.ZERO));
        intervals.forEach(interval -> sums.merge(
                interval.what(),
                new Sum(interval.what(), interval.kind(), interval.duration()),
                (one, more) -> new Sum(one.what(), one.kind(), one.duration().plus(more.duration()))));
        return new ArrayList<>(sums.values());
    }
}
