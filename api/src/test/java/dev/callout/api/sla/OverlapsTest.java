package dev.callout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is called overlapping is what is marked twice when every open minute of some weeks is marked. */
class OverlapsTest {

    private static final long SEED = Long.getLong("callout.seed", new Random().nextInt(1_000_000_000));
    private static final int CASES = Integer.getInteger("callout.cases", 1_000);
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 11, 25);

    @Test
    void agree_with_marking_each_minute() {
        System.out.printf("Overlaps from seed %d on%n", SEED);
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            var calendar = new RandomCalendars(seed).calendar(ZoneOffset.UTC, SOME_DAY);

            assertThat(Overlaps.in(calendar).isEmpty())
                    .as("seed %d: %s", seed, calendar)
                    .isEqualTo(!isMarkedTwice(calendar));
        }
    }

    private static boolean isMarkedTwice(WorkCalendar calendar) {
        var first = SOME_DAY.minusDays(14);
        var marked = new boolean[30 * 24 * 60];
        for (int day = 0; day < 28; day++) {
            for (var hours : hours(calendar, first.plusDays(day))) {
                int from = day * 24 * 60 + hours.from().toSecondOfDay() / 60;
                int until = day * 24 * 60 + hours.until().toSecondOfDay() / 60;
                for (int minute = from; minute < (until > from ? until : until + 24 * 60); minute++) {
                    if (marked[minute]) {
                        return true;
                    }
                    marked[minute] = true;
                }
            }
        }
        return false;
    }

    private static List<OpenHours> hours(WorkCalendar calendar, LocalDate date) {
        for (var day : calendar.specialDays()) {
            if (day.date().equals(date)) {
                return day.hours();
            }
        }
        for (var day : calendar.week()) {
            if (day.day() == DayOfWeek.from(date)) {
                return day.hours();
            }
        }
        return List.of();
    }
}
