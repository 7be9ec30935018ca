package dev.callout.api.sla;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The hours that are computed are those that somebody would note who looks at the wall clock every minute. A failure
 * names the seed that does the same again: {@code -Dcallout.seed=… -Dcallout.cases=1}.
 */
class WorkHoursMinuteByMinuteTest {

    private static final long SEED = Long.getLong("callout.seed", new Random().nextInt(1_000_000_000));
    private static final int CASES = Integer.getInteger("callout.cases", 1_000);

    private static final int DAY = 24 * 60;
    private static final int WINDOW = 4 * DAY;
    /** Seen besides, so that nothing that matters begins before or ends after what is seen. */
    private static final int MARGIN = 3 * DAY;

    @Test
    void a_few_days_of_any_calendar() {
        System.out.printf("Calendars from seed %d on%n", SEED);
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var random = new RandomCalendars(seed);
            var zone = random.zone();
            var date = random.date(zone);
            var calendar = random.calendar(zone, date);
            check(seed, random, calendar, RandomCalendars.startOf(date.minusDays(2)), WINDOW, 10);
        }
    }

    @Test
    void years_of_some_calendars() {
        for (long seed = SEED; seed < SEED + Math.max(1, CASES / 1000); seed++) {
            var random = new RandomCalendars(seed);
            var zone = random.zone();
            var calendar = random.calendar(zone, LocalDate.of(2011, 12, 30));
            check(seed, random, calendar, RandomCalendars.startOf(LocalDate.of(2010, 6, 1)), 1000 * DAY, 100);
        }
    }

    private static void check(
            long seed, RandomCalendars random, WorkCalendar calendar, Instant first, int minutes, int questions) {
        var what = "seed " + seed + ": " + calendar;
        var seen = new MinuteByMinute(calendar, first.minusSeconds(60L * MARGIN), minutes + 2 * MARGIN);
        var hours = WorkHours.of(calendar);
        for (int i = 0; i < questions; i++) {
            var one = random.within(first, minutes);
            var other = random.within(first, minutes);
            var from = one.isBefore(other) ? one : other;
            var until = one.isBefore(other) ? other : one;
            var open = hours.between(from, until);

            assertThat(open).as("between %s and %s, %s", from, until, what).isEqualTo(seen.between(from, until));
            assertThat(hours.after(from, open))
                    .as("%s after %s, %s", open, from, what)
                    .isEqualTo(seen.after(from, open).orElseThrow());
            if (i < 2) {
                checkSpans(hours, seen, from.truncatedTo(MINUTES), until.truncatedTo(MINUTES), what);
            }
            checkWorkingDays(hours, seen, random.minuteWithin(first, minutes), random.upTo(minutes / DAY), what);
        }
    }

    private static void checkWorkingDays(WorkHours hours, MinuteByMinute seen, Instant from, int days, String what) {
        var expected = seen.workingDaysAfter(from, days)
                // near the end not all of the last day is seen
                .filter(at -> at.isBefore(seen.first.plusSeconds(60L * (seen.minutes - 2 * DAY))));
        expected.ifPresent(at -> assertThat(hours.workingDaysAfter(from, days))
                .as("%d working days after %s, %s", days, from, what)
                .isEqualTo(at));
    }

    private static void checkSpans(WorkHours hours, MinuteByMinute seen, Instant from, Instant until, String what) {
        var at = from;
        var open = Duration.ZERO;
        OpenSpan last = null;
        for (var span : hours.spans(from, until)) {
            assertThat(span.from()).as("no gap and no overlap, %s", what).isEqualTo(at);
            assertThat(span.until()).as("something, %s", what).isAfter(at);
            assertThat(last == null || last.open() != span.open() || !Objects.equals(last.holiday(), span.holiday()))
                    .as("unlike its neighbor, %s, %s", span, what)
                    .isTrue();
            for (; at.isBefore(span.until()); at = at.plusSeconds(60)) {
                int minute = (int) seen.first.until(at, MINUTES);
                var holiday = seen.open(minute) ? null : seen.holiday(minute).orElse(null);
                if (span.open() != seen.open(minute) || !Objects.equals(holiday, span.holiday())) {
                    assertThat(span)
                            .as("at %s, %s", at, what)
                            .isEqualTo(new OpenSpan(span.from(), span.until(), seen.open(minute), holiday));
                }
            }
            open = open.plus(span.open() ? Duration.between(span.from(), span.until()) : Duration.ZERO);
            last = span;
        }
        assertThat(at).as("to the end, %s", what).isEqualTo(until);
        assertThat(open).as("in sum, %s", what).isEqualTo(hours.between(from, until));
    }
}
