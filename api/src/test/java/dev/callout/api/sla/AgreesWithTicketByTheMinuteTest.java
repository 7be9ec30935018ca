package dev.callout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SlaInterval.Kind;
import dev.callout.api.sla.TicketByTheMinute.Clock;
import dev.callout.api.sla.TicketByTheMinute.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The calculation against the reference, on tickets at random: {@code -Dcallout.sla.cases=100000} for that many, and
 * {@code -Dcallout.sla.seed} for those of an earlier run.
 */
class AgreesWithTicketByTheMinuteTest {

    private static final int CASES = Integer.getInteger("callout.sla.cases", 5_000);
    private static final long SEED = Long.getLong("callout.sla.seed", System.nanoTime());
    private static final int CASES_PER_DESK = 2_500;

    private final int[] verdicts = new int[SlaVerdict.values().length];
    private int clocks;
    private int retargeted;

    @BeforeAll
    static void sayWhichTickets() {
        System.out.println("Random tickets: -Dcallout.sla.cases=" + CASES + " -Dcallout.sla.seed=" + SEED);
    }

    @Test
    void on_every_ticket_at_random() {
        RandomDesk desk = null;
        for (var i = 0; i < CASES; i++) {
            if (i % CASES_PER_DESK == 0) {
                desk = new RandomDesk(SEED + i);
            }
            var course = desk.course();
            var moment = desk.momentOf(course);
            try {
                check(desk, course, moment);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Case " + i + " of seed " + SEED + " at " + moment + ": " + course + System.lineSeparator() + e,
                        e);
            }
        }
        System.out.println(clocks + " clocks agreed, of each verdict " + Arrays.toString(verdicts)
                + ", broken by new terms " + retargeted);
        assertThat(verdicts).as("cases of each verdict").doesNotContain(0);
        assertThat(retargeted).as("promises that a change of the terms broke").isPositive();
    }

    @Test
    void adds_up_to_the_nanosecond() {
        var desk = new RandomDesk(SEED);
        desk.toTheNanosecond();
        for (var i = 0; i < CASES; i++) {
            var course = desk.course();
            var moment = desk.momentOf(course);
            if (!moment.isBefore(course.startedAt())) {
                var reading = SlaCalculation.read(course, desk, moment);
                reading.clocks().forEach(this::covers);
                assertThat(reading.clocks())
                        .allSatisfy(clock -> assertThat(clock.thresholds())
                                .extracting(SlaThreshold::at)
                                .isSorted());
            }
        }
    }

    private void check(RandomDesk desk, SlaCourse course, Instant moment) {
        var reading = SlaCalculation.read(course, desk, moment);
        assertThat(reading.clocks().stream()
                        .map(AgreesWithTicketByTheMinuteTest::plain)
                        .toList())
                .isEqualTo(new TicketByTheMinute(course, desk, moment).read());
        reading.clocks().forEach(this::covers);
        freezes(
                reading,
                SlaCalculation.read(
                        course, desk, moment.plusSeconds(60L * 60 * (1 + Math.floorMod(moment.hashCode(), 48)))));
        isNeverDueEarlier(reading, SlaCalculation.read(desk.withAnotherPause(course, moment), desk, moment));
    }

    /** What the reference knows, too: it cannot tell a holiday from any other closed day. */
    private static Clock plain(ClockReading reading) {
        var stays = new ArrayList<Stay>();
        for (var interval : reading.intervals()) {
            var kind = interval.kind() == Kind.HOLIDAY ? Kind.OUTSIDE_HOURS : interval.kind();
            var from = interval.from();
            if (kind == Kind.OUTSIDE_HOURS
                    && !stays.isEmpty()
                    && stays.get(stays.size() - 1).kind() == kind) {
                from = stays.remove(stays.size() - 1).from();
            }
            stays.add(new Stay(from, interval.until(), kind, interval.reasons()));
        }
        return new Clock(
                reading.clock(),
                reading.cycle(),
                reading.policyVersion(),
                reading.startedAt(),
                reading.stoppedAt(),
                reading.used().toMinutes(),
                reading.goalAt(),
                reading.dueAt(),
                reading.verdict(),
                reading.missedAt(),
                reading.missedByRetarget(),
                reading.thresholds(),
                stays);
    }

    private void covers(ClockReading reading) {
        clocks++;
        verdicts[reading.verdict().ordinal()]++;
        retargeted += reading.missedByRetarget() ? 1 : 0;
        var counted = Duration.ZERO;
        var end = reading.startedAt();
        SlaInterval before = null;
        for (var interval : reading.intervals()) {
            assertThat(interval.from()).isEqualTo(end).isBefore(interval.until());
            if (before != null) {
                assertThat(List.of(interval.kind(), interval.reasons(), "" + interval.holiday()))
                        .isNotEqualTo(List.of(before.kind(), before.reasons(), "" + before.holiday()));
            }
            end = interval.until();
            before = interval;
            if (interval.kind() == Kind.COUNTED) {
                counted = counted.plus(Duration.between(interval.from(), interval.until()));
            }
        }
        assertThat(counted).isEqualTo(reading.used());
    }

    private static void freezes(SlaReading reading, SlaReading later) {
        for (var clock : reading.clocks()) {
            var then = later.clock(clock.clock(), clock.cycle()).orElseThrow();
            var kept = clock.verdict() == SlaVerdict.MET || clock.verdict() == SlaVerdict.MISSED;
            if (kept && clock.stoppedAt() != null && clock.stoppedAt().equals(then.stoppedAt())) {
                assertThat(then).isEqualTo(clock);
            }
            if (clock.verdict() == SlaVerdict.MET) {
                assertThat(then).isEqualTo(clock);
            }
            if (clock.missedAt() != null) {
                assertThat(then.verdict()).isEqualTo(SlaVerdict.MISSED);
                assertThat(then.missedAt()).isEqualTo(clock.missedAt());
                assertThat(then.missedByRetarget()).isEqualTo(clock.missedByRetarget());
            }
        }
    }

    private static void isNeverDueEarlier(SlaReading reading, SlaReading paused) {
        for (var clock : reading.clocks()) {
            var with = paused.clock(clock.clock(), clock.cycle()).orElseThrow();
            assertThat(with.dueAt()).isAfterOrEqualTo(clock.dueAt());
            assertThat(with.used()).isLessThanOrEqualTo(clock.used());
        }
    }
}
