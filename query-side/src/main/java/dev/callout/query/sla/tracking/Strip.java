package dev.callout.query.sla.tracking;

import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCertificate.Interval;
import dev.callout.api.sla.SlaInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Draws all the time of a promise as a strip, each stretch in the color of what it was, with a mark where it was due. */
final class Strip {

    private static final double MILLIMETERS = 180;

    private final Instant from;
    private final Instant until;
    private final StringBuilder html = new StringBuilder();

    private Strip(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    /** Nothing where stripes would be thinner than a hair: they would tell nothing. */
    static String of(SlaCertificate.Clock clock, ZoneId zone) {
        var intervals = clock.intervals();
        return intervals.isEmpty() || intervals.size() > CertificatePage.MOST_STRETCHES
                ? ""
                : new Strip(
                                intervals.get(0).from(),
                                intervals.get(intervals.size() - 1).until())
                        .draw(clock, zone);
    }

    private String draw(SlaCertificate.Clock clock, ZoneId zone) {
        html.append("<div class='strip'>");
        clock.intervals().forEach(this::stretch);
        var due = clock.standing().dueAt();
        if (!due.isBefore(from) && !due.isAfter(until)) {
            html.append("<div class='due' style='left: ").append(mm(from, due)).append("mm'></div>");
        }
        return html.append("</div><table class='axis'><tr><td>")
                .append(Printable.html(Words.time(from, zone)))
                .append("</td><td class='right'>")
                .append(Printable.html(Words.time(until, zone)))
                .append("</td></tr></table>")
                .toString();
    }

    private void stretch(Interval interval) {
        html.append("<div class='")
                .append(style(interval.kind(), interval.late()))
                .append("' style='left: ")
                .append(mm(from, interval.from()))
                .append("mm; width: ")
                .append(mm(interval.from(), interval.until()))
                .append("mm'></div>");
    }

    static String style(SlaInterval.Kind kind, boolean late) {
        return late ? "late" : kind.name().toLowerCase(Locale.ROOT);
    }

    private String mm(Instant begin, Instant end) {
        var all = Math.max(1, Duration.between(from, until).toMillis());
        return String.format(
                Locale.ROOT, "%.3f", MILLIMETERS * Duration.between(begin, end).toMillis() / all);
    }
}
