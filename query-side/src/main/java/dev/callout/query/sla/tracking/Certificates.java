package dev.callout.query.sla.tracking;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCertificate.Interval;
import dev.callout.api.sla.SlaCertificate.Sum;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** Writes the account of every second that a ticket's promises took. */
final class Certificates {

    private final SlaBook book;
    private final Standing standing;
    private final Chronicle chronicle;
    private final ZoneId withoutCalendar;

    Certificates(SlaBook book, Standing standing, Chronicle chronicle, ZoneId withoutCalendar) {
        this.book = book;
        this.standing = standing;
        this.chronicle = chronicle;
        this.withoutCalendar = withoutCalendar;
    }

    SlaCertificate of(TrackedTicket ticket, long version, Heading heading, SlaReading reading) {
        var zone = zone(reading);
        var verdicts = new Verdicts(book, chronicle, zone);
        return new SlaCertificate(
                ticket.ticketId(),
                ticket.number(),
                heading.title(),
                heading.customer(),
                ticket.priority(),
                ticket.raisedAt(),
                reading.moment(),
                zone.getId(),
                ticket.ticketId() + "@" + version,
                Standing.allMet(reading.clocks()),
                verdicts.summary(reading.clocks()),
                chronicle.toldLate(),
                reading.clocks().stream().map(clock -> clock(clock, verdicts)).toList());
    }

    /** One for all, that of the first calendar that counts, so that no two times on a certificate are of two clocks. */
    private ZoneId zone(SlaReading reading) {
        return reading.clocks().stream()
                .map(ClockReading::calendar)
                .filter(Objects::nonNull)
                .findFirst()
                .map(calendar ->
                        book.calendar(calendar.calendarId(), calendar.version()).zone())
                .orElse(withoutCalendar);
    }

    private SlaCertificate.Clock clock(ClockReading reading, Verdicts verdicts) {
        var intervals = intervals(reading);
        return new SlaCertificate.Clock(
                standing.of(reading),
                verdicts.sentences(reading),
                chronicle.endOf(reading),
                chronicle.breachOf(reading),
                intervals,
                sums(intervals),
                intervals.stream().map(Interval::duration).reduce(Duration.ZERO, Duration::plus));
    }

    /** Cut where the promise was broken: what is counted from there on is late. */
    private List<Interval> intervals(ClockReading reading) {
        var missedAt = reading.missedAt();
        var intervals = new ArrayList<Interval>();
        for (var interval : reading.intervals()) {
            var begunBy = chronicle.fact(interval.switchedBy());
            if (interval.kind() != SlaInterval.Kind.COUNTED
                    || missedAt == null
                    || !missedAt.isBefore(interval.until())) {
                intervals.add(interval(interval, interval.from(), interval.until(), false, begunBy));
            } else if (missedAt.isAfter(interval.from())) {
                intervals.add(interval(interval, interval.from(), missedAt, false, begunBy));
                intervals.add(interval(interval, missedAt, interval.until(), true, null));
            } else {
                intervals.add(interval(interval, interval.from(), interval.until(), true, begunBy));
            }
        }
        return intervals;
    }

    private static Interval interval(
            SlaInterval interval, Instant from, Instant until, boolean late, SlaCertificate.Fact begunBy) {
        return new Interval(
                from,
                until,
                Duration.between(from, until),
                late ? Words.LATE : Words.what(interval),
                interval.kind(),
                late,
                begunBy);
    }

    /** What was counted first, then the rest in the order in which it came. */
    static List<Sum> sums(List<Interval> intervals) {
        var sums = new LinkedHashMap<String, Sum>();
        sums.put(Words.COUNTED, new Sum(Words.COUNTED, SlaInterval.Kind.COUNTED, false, Duration.ZERO));
        intervals.forEach(interval -> sums.merge(
                interval.what(),
                new Sum(interval.what(), interval.kind(), interval.late(), interval.duration()),
                (one, more) -> new Sum(
                        one.what(), one.kind(), one.late(), one.duration().plus(more.duration()))));
        return new ArrayList<>(sums.values());
    }
}
