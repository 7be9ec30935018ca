package dev.callout.query.sla.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCertificate.Interval;
import dev.callout.api.sla.SlaCertificate.Sum;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaTracking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * Lays out a certificate as a page: for each promise a strip of all its time, the story in words, each stretch and what
 * they add up to. Times are shown in whole seconds and stretches counted between those, so that they add up on paper, too.
 */
final class CertificatePage {

    /** A ticket that is open for years has thousands: more than anybody reads, and more than memory holds as pages. */
    static final int MOST_STRETCHES = 300;

    private static final String STYLE = style();
    private static final double STRIP_MM = 180;

    private final SlaCertificate certificate;
    private final StringBuilder html = new StringBuilder();

    private CertificatePage(SlaCertificate certificate) {
        this.certificate = certificate;
    }

    static String of(SlaCertificate certificate) {
        return new CertificatePage(certificate).write();
    }

    private static String style() {
        try (var style = CertificatePage.class.getResourceAsStream("certificate.css")) {
            return new String(style.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write() {
        html.append("<html><head><title>")
                .append(text("Verdict certificate " + certificate.number()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        head();
        certificate.clocks().forEach(this::clock);
        return html.append("</body></html>").toString();
    }

    private void head() {
        html.append("<p class='house'>Callout &#183; Verdict certificate</p><h1>Ticket ")
                .append(text(certificate.number()))
                .append("</h1><p class='summary ")
                .append(mood())
                .append("'>")
                .append(text(certificate.summary()))
                .append("</p><table class='facts'>");
        fact("As it stood at", Words.time(certificate.moment(), ZoneOffset.UTC) + " UTC");
        fact("Computed from", "the ticket's history up to event " + certificate.position());
        html.append("</table>");
    }

    private String mood() {
        if (certificate.allMet() == null) {
            return "open";
        }
        return certificate.allMet() ? "kept" : "broken";
    }

    private void fact(String label, String value) {
        html.append("<tr><td class='label'>")
                .append(text(label))
                .append("</td><td>")
                .append(text(value))
                .append("</td></tr>");
    }

    private void clock(SlaCertificate.Clock clock) {
        var standing = clock.standing();
        var zone = ZoneId.of(
                standing.calendar() == null ? "UTC" : standing.calendar().zone());
        html.append("<div class='clock'><table class='head'><tr><td><h2>")
                .append(text(title(standing)))
                .append("</h2></td><td class='right'><span class='chip ")
                .append(standing.color())
                .append("'>")
                .append(text(verdict(standing)))
                .append("</span></td></tr></table>");
        strip(clock, zone);
        html.append("<p class='story'>")
                .append(text(String.join(" ", clock.sentences())))
                .append("</p><table class='two'><tr><td class='side' style='width: 130mm'>");
        intervals(clock.intervals(), zone);
        html.append("</td><td style='width: 5mm'></td><td class='side'>");
        sums(clock);
        html.append("</td></tr></table></div>");
    }

    private static String title(SlaTracking.Clock clock) {
        var name = Verdicts.name(clock.clock(), clock.cycle()).replaceFirst("^the ", "");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String verdict(SlaTracking.Clock clock) {
        return switch (clock.verdict()) {
            case MET -> "kept";
            case MISSED -> "broken";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case VOID -> "nothing promised";
        };
    }

    private void strip(SlaCertificate.Clock clock, ZoneId zone) {
        var intervals = clock.intervals();
        if (intervals.isEmpty() || intervals.size() > MOST_STRETCHES) {
            return; // stripes thinner than a hair tell nothing
        }
        var from = intervals.get(0).from();
        var until = intervals.get(intervals.size() - 1).until();
        var scale = new Scale(from, until);
        var missedAt = clock.standing().missedAt();
        html.append("<div class='strip'>");
        for (var interval : intervals) {
            var kind = style(interval.kind());
            if (interval.kind() == SlaInterval.Kind.COUNTED
                    && missedAt != null
                    && missedAt.isBefore(interval.until())) {
                var cut = missedAt.isBefore(interval.from()) ? interval.from() : missedAt;
                stretch(scale, interval.from(), cut, kind);
                stretch(scale, cut, interval.until(), "late");
            } else {
                stretch(scale, interval.from(), interval.until(), kind);
            }
        }
        var due = clock.standing().dueAt();
        if (!due.isBefore(from) && !due.isAfter(until)) {
            html.append("<div class='due' style='left: ").append(scale.mm(due)).append("mm'></div>");
        }
        html.append("</div><table class='axis'><tr><td>")
                .append(text(Words.time(from, zone)))
                .append("</td><td class='right'>")
                .append(text(Words.time(until, zone) + " (" + zone + ")"))
                .append("</td></tr></table>");
    }

    private void stretch(Scale scale, Instant from, Instant until, String style) {
        if (from.isBefore(until)) {
            html.append("<div class='")
                    .append(style)
                    .append("' style='left: ")
                    .append(scale.mm(from))
                    .append("mm; width: ")
                    .append(scale.mm(from, until))
                    .append("mm'></div>");
        }
    }

    private static String style(SlaInterval.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Where a moment is on the strip. */
    private record Scale(Instant from, Instant until) {

        String mm(Instant moment) {
            return mm(from, moment);
        }

        String mm(Instant begin, Instant end) {
            var all = Math.max(1, Duration.between(from, until).toMillis());
            return String.format(
                    Locale.ROOT, "%.3f", STRIP_MM * Duration.between(begin, end).toMillis() / all);
        }
    }

    private void intervals(List<Interval> intervals, ZoneId zone) {
        html.append("<table class='rows'><thead><tr><th>From</th><th>Until</th><th class='number'>Time</th>")
                .append("<th>What it was</th><th>Begun by</th></tr></thead><tbody>");
        for (var interval : intervals.subList(0, Math.min(intervals.size(), MOST_STRETCHES))) {
            html.append("<tr><td class='time'>")
                    .append(text(Words.time(interval.from(), zone)))
                    .append("</td><td class='time'>")
                    .append(text(Words.time(interval.until(), zone)))
                    .append("</td><td class='number'>")
                    .append(text(Words.duration(shown(interval))))
                    .append("</td><td><span class='key ")
                    .append(style(interval.kind()))
                    .append("'></span>")
                    .append(text(interval.what()))
                    .append("</td><td class='event'>")
                    .append(text(
                            interval.event() == null
                                    ? "the calendar"
                                    : interval.event() + " (" + interval.version() + ")"))
                    .append("</td></tr>");
        }
        if (intervals.size() > MOST_STRETCHES) {
            html.append("<tr><td colspan='5'>and ")
                    .append(intervals.size() - MOST_STRETCHES)
                    .append(" more stretches; the certificate as JSON has them all, and the sums count them</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private void sums(SlaCertificate.Clock clock) {
        var inSeconds = clock.intervals().stream()
                .map(interval -> new Interval(
                        interval.from(),
                        interval.until(),
                        shown(interval),
                        interval.what(),
                        interval.kind(),
                        interval.event(),
                        interval.version()))
                .toList();
        html.append("<table class='rows'><thead><tr><th>In all</th><th class='number'>Time</th></tr></thead><tbody>");
        for (var sum : Certificates.sums(inSeconds)) {
            sum(sum);
        }
        var total = inSeconds.stream().map(Interval::duration).reduce(Duration.ZERO, Duration::plus);
        html.append("<tr class='total'><td>Total</td><td class='number'>")
                .append(text(Words.duration(total)))
                .append("</td></tr></tbody></table>");
    }

    private void sum(Sum sum) {
        html.append("<tr><td><span class='key ")
                .append(style(sum.kind()))
                .append("'></span>")
                .append(text(sum.what()))
                .append("</td><td class='number'>")
                .append(text(Words.duration(sum.duration())))
                .append("</td></tr>");
    }

    private static Duration shown(Interval interval) {
        return Duration.between(
                interval.from().truncatedTo(ChronoUnit.SECONDS),
                interval.until().truncatedTo(ChronoUnit.SECONDS));
    }

    /** What people wrote is text and nothing else; what no XML may hold is left out. */
    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name()).replaceAll("[\\p{Cntrl}\\uD800-\\uDFFF\\uFFFE\\uFFFF]", " ");
    }
}
