package dev.callout.query.sla.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaCalculation;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaPause;
import dev.callout.api.sla.SlaReading;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.RandomLife;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** N-03: a certificate accounts for every second, whatever happened to the ticket and whenever it is asked for. */
class CertificatesTest {

    private static final int LIVES = 400;

    private final Terms terms = new Terms();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void the_stretches_follow_one_another_and_add_up_to_what_was_used() {
        var clocks = 0;
        for (var i = 0; i < LIVES; i++) {
            var course = course(RandomLife.of(random, 1 + random.nextInt(25)).events());
            var moment = course.startedAt().plusSeconds(random.nextInt(60 * 60 * 24 * 20));
            var reading = SlaCalculation.read(course, terms, moment);
            var certificate = certificate(course, reading);
            for (var at = 0; at < certificate.clocks().size(); at++) {
                accountsForEverySecond(
                        certificate.clocks().get(at), reading.clocks().get(at), moment);
                clocks++;
            }
        }
        assertThat(clocks).as("clocks looked at").isGreaterThan(LIVES);
    }

    private void accountsForEverySecond(SlaCertificate.Clock clock, ClockReading reading, Instant moment) {
        var when = "seed %s: %s".formatted(seed, clock);
        var expected = reading.startedAt();
        for (var interval : clock.intervals()) {
            assertThat(interval.from()).as(when).isEqualTo(expected);
            assertThat(interval.until()).as(when).isAfterOrEqualTo(interval.from());
            expected = interval.until();
        }
        var end = reading.stoppedAt() == null ? moment : reading.stoppedAt();
        assertThat(expected).as(when).isEqualTo(end);
        assertThat(sum(durations(clock, sum -> true)))
                .as(when)
                .isEqualTo(clock.total())
                .isEqualTo(Duration.between(reading.startedAt(), end));
        assertThat(sum(durations(clock, sum -> sum.kind() == SlaInterval.Kind.COUNTED)))
                .as(when)
                .isEqualTo(reading.used());
        assertThat(sum(durations(clock, SlaCertificate.Sum::late)).isZero())
                .as(when)
                .isEqualTo(reading.missedAt() == null || nothingCountedAfter(reading));
    }

    private static List<Duration> durations(SlaCertificate.Clock clock, Predicate<SlaCertificate.Sum> which) {
        return clock.sums().stream()
                .filter(which)
                .map(SlaCertificate.Sum::duration)
                .toList();
    }

    private static boolean nothingCountedAfter(ClockReading reading) {
        return reading.intervals().stream()
                .noneMatch(interval -> interval.kind() == SlaInterval.Kind.COUNTED
                        && interval.until().isAfter(reading.missedAt()));
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** What people read adds up, too, although it shows whole seconds. */
    @Test
    void fractions_of_a_second_are_shown_so_that_the_page_adds_up() {
        var begin = Instant.parse("2026-03-02T10:00:00.700Z");
        var life = RandomLife.of(new Random(5), 1).events();
        var raised = terms.raised("TCK-1", "CUS-1", Priority.URGENT, begin);
        var course = SlaCourse.after(null, raised, null, WorkState.after(null, raised), SlaSwitch.by(raised, 0, null));
        var paused = new SlaCourse(
                course.startedAt(),
                course.startedBy(),
                null,
                null,
                null,
                null,
                null,
                course.cycles(),
                List.of(new SlaPause(
                        dev.callout.api.sla.PauseReason.PENDING_CUSTOMER,
                        begin.plusMillis(1_600),
                        begin.plusMillis(3_900),
                        course.startedBy(),
                        course.startedBy())),
                course.terms(),
                null,
                List.of());
        var reading = SlaCalculation.read(paused, terms, begin.plusMillis(5_000));
        var page = CertificatePage.of(certificate(paused, reading));
        assertThat(life).hasSize(1);
        assertThat(page).contains(">2 s<").contains("Total</td><td class='number'>5 s<");
    }

    private SlaCourse course(List<TicketEvent> life) {
        SlaCourse course = null;
        WorkState work = null;
        var promised = new ArrayList<>(life);
        promised.set(0, terms.promised((dev.callout.api.ticket.TicketRaised) life.get(0)));
        for (var version = 0; version < promised.size(); version++) {
            var before = work;
            work = WorkState.after(before, promised.get(version));
            course = SlaCourse.after(
                    course, promised.get(version), before, work, SlaSwitch.by(promised.get(version), version, null));
        }
        return course;
    }

    private SlaCertificate certificate(SlaCourse course, SlaReading reading) {
        var ticket = CertifiedLife.tracked("TKT100001", course.startedAt(), 7);
        return new Certificates(
                        terms,
                        new Standing(terms, true),
                        new Chronicle(course, Stream.of(), reading.moment()),
                        ZoneId.of("UTC"))
                .of(ticket, ticket.version(), new Heading(null, null), reading);
    }
}
