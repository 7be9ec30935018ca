package dev.callout.query.sla.tracking;

import static dev.callout.query.sla.tracking.Printable.html;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.api.identity.Named;
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
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Lays out a certificate as a page: for each promise a strip of all its time, the story in words, each stretch and what
 * they add up to. Times are shown in whole seconds and stretches counted between those, so that they add up on paper, too.
 */
final class CertificatePage {

    /** A ticket that is open for years has thousands: more than anybody reads, and more than memory holds as pages. */
    static final int MOST_STRETCHES = 300;

    private static final int MOST_ON_ONE_PAGE = 20;
    private static final String STYLE = style();
    private static final String HOW_TO_READ_IT =
            "The stretches of a promise follow one another without gap or overlap, and add up. The black mark on a strip is"
                    + " when the promise was due. Signs that cannot be printed are named by their Unicode number: [U+2713].";

    private final SlaCertificate certificate;
    private final ZoneId zone;
    private final StringBuilder page = new StringBuilder();

    private CertificatePage(SlaCertificate certificate) {
        this.certificate = certificate;
        zone = ZoneId.of(certificate.zone());
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
        page.append("<html><head><title>")
                .append(html("Verdict certificate " + certificate.number()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><div class='foot'>")
                .append(html("Ticket " + certificate.number() + ", as it stood at " + time(certificate.moment())))
                .append("</div>");
        head();
        certificate.clocks().forEach(this::clock);
        toldLate();
        return page.append("</body></html>").toString();
    }

    private void head() {
        page.append("<p class='house'>Callout &#183; Verdict certificate</p><h1>Ticket ")
                .append(html(certificate.number()))
                .append("</h1>");
        if (certificate.title() != null) {
            page.append("<p class='title'>").append(html(certificate.title())).append("</p>");
        }
        page.append("<p class='summary ")
                .append(mood())
                .append("'>")
                .append(html(certificate.summary()))
                .append("</p><table class='facts'>");
        facts("Customer", name(certificate.customer()), "Raised", time(certificate.raisedAt()));
        facts(
                "Priority",
                certificate.priority().name().toLowerCase(Locale.ROOT),
                "As it stood at",
                time(certificate.moment()));
        facts(
                "Time zone",
                "all times here are those of " + certificate.zone(),
                "Computed from",
                "the history up to event " + certificate.position());
        page.append("</table><p class='hint'>").append(HOW_TO_READ_IT).append("</p>");
    }

    private static String name(Named customer) {
        if (customer == null) {
            return "unknown";
        }
        return customer.name() == null ? customer.id() : customer.name();
    }

    private String mood() {
        if (certificate.allMet() == null) {
            return "open";
        }
        return certificate.allMet() ? "kept" : "broken";
    }

    private void facts(String... labelsAndValues) {
        page.append("<tr>");
        for (var i = 0; i < labelsAndValues.length; i++) {
            page.append(i % 2 == 0 ? "<td class='label'>" : "<td>")
                    .append(html(labelsAndValues[i]))
                    .append("</td>");
        }
        page.append("</tr>");
    }

    private void clock(SlaCertificate.Clock clock) {
        var standing = clock.standing();
        page.append("<div class='clock")
                .append(clock.intervals().size() > MOST_ON_ONE_PAGE ? "" : " whole")
                .append("'><table class='head'><tr><td><h2>")
                .append(html(title(standing)))
                .append("</h2></td><td class='right'><span class='chip ")
                .append(standing.color())
                .append("'>")
                .append(html(verdict(standing)))
                .append("</span></td></tr></table>");
        page.append(Strip.of(clock, zone));
        for (var sentence : clock.sentences()) {
            page.append("<p class='story'>").append(html(sentence)).append("</p>");
        }
        page.append("<table class='rows'><thead><tr><th class='when'>From</th><th class='when'>Until</th>")
                .append(
                        "<th class='long number'>Time</th><th class='what'>What it was</th><th>Begun by</th></tr></thead><tbody>");
        intervals(clock);
        sums(clock);
        page.append("</tbody></table></div>");
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

    private void intervals(SlaCertificate.Clock clock) {
        var intervals = clock.intervals();
        for (var interval : intervals.subList(0, Math.min(intervals.size(), MOST_STRETCHES))) {
            page.append("<tr><td class='time'>")
                    .append(html(time(interval.from())))
                    .append("</td><td class='time'>")
                    .append(html(time(interval.until())))
                    .append("</td><td class='number'>")
                    .append(html(Words.duration(shown(interval))))
                    .append("</td><td>");
            key(interval.kind(), interval.late(), interval.what());
            page.append("</td><td class='event'>");
            begunBy(interval, clock.standing().missedAt());
            page.append("</td></tr>");
        }
        if (intervals.size() > MOST_STRETCHES) {
            page.append("<tr><td colspan='5'>and ")
                    .append(intervals.size() - MOST_STRETCHES)
                    .append(" more stretches; the certificate as JSON has them all, and the sums count them</td></tr>");
        }
    }

    private void begunBy(Interval interval, Instant missedAt) {
        var fact = interval.begunBy();
        if (fact == null) {
            page.append(interval.from().equals(missedAt) ? "the promise broke" : "the calendar");
            return;
        }
        page.append(html(Words.event(fact)));
        if (Chronicle.isLate(fact)) {
            page.append("<br/>recorded ").append(html(time(fact.recordedAt())));
        }
    }

    private void key(SlaInterval.Kind kind, boolean late, String what) {
        page.append("<span class='key ")
                .append(Strip.style(kind, late))
                .append("'></span>")
                .append(html(what));
    }

    private void sums(SlaCertificate.Clock clock) {
        var inSeconds = clock.intervals().stream()
                .map(interval -> new Interval(
                        interval.from(),
                        interval.until(),
                        shown(interval),
                        interval.what(),
                        interval.kind(),
                        interval.late(),
                        interval.begunBy()))
                .toList();
        var label = "In all";
        for (var sum : Certificates.sums(inSeconds)) {
            sum(label, sum);
            label = "";
        }
        var total = inSeconds.stream().map(Interval::duration).reduce(Duration.ZERO, Duration::plus);
        page.append("<tr class='total'><td colspan='2'>Total</td><td class='number'>")
                .append(html(Words.duration(total)))
                .append("</td><td></td><td></td></tr>");
    }

    private void sum(String label, Sum sum) {
        page.append("<tr class='").append(label.isEmpty() ? "sum" : "sum first").append("'><td colspan='2'>");
        page.append(label).append("</td><td class='number'>");
        page.append(html(Words.duration(sum.duration()))).append("</td><td>");
        key(sum.kind(), sum.late(), sum.what());
        page.append("</td><td></td></tr>");
    }

    private static Duration shown(Interval interval) {
        return Duration.between(
                interval.from().truncatedTo(ChronoUnit.SECONDS),
                interval.until().truncatedTo(ChronoUnit.SECONDS));
    }

    /** What came to the record late may have changed a verdict that was known before. */
    private void toldLate() {
        var facts = certificate.toldLate();
        if (facts.isEmpty()) {
            return;
        }
        page.append("<div class='clock'><h2>Recorded more than a minute after it happened</h2>")
                .append("<table class='rows'><thead><tr><th>What</th><th>Happened</th><th>Recorded</th>")
                .append("<th class='number'>Later by</th></tr></thead><tbody>");
        for (var fact : facts.subList(0, Math.min(facts.size(), MOST_STRETCHES))) {
            page.append("<tr><td>")
                    .append(html(Words.event(fact)))
                    .append("</td><td class='time'>")
                    .append(html(time(fact.happenedAt())))
                    .append("</td><td class='time'>")
                    .append(html(time(fact.recordedAt())))
                    .append("</td><td class='number'>")
                    .append(html(Words.duration(Duration.between(fact.happenedAt(), fact.recordedAt()))))
                    .append("</td></tr>");
        }
        page.append("</tbody></table></div>");
    }

    private String time(Instant instant) {
        return Words.time(instant, zone);
    }
}
