package dev.callout.api.sla;

import static dev.callout.api.sla.CalendarExamples.inZone;
import static dev.callout.api.sla.CalendarExamples.weekdays;
import static dev.callout.api.sla.TargetUnit.BUSINESS_DAYS;
import static dev.callout.api.sla.TargetUnit.BUSINESS_MINUTES;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TargetComesDueTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static boolean comesDue(long amount, TargetUnit unit, CalendarExamples by) {
        return new SlaTarget(SlaClock.RESOLUTION, Priority.LOW, amount, unit, "CAL-1", null)
                .comesDue(by.calendar(), NOW);
    }

    @Test
    void when_there_are_hours_enough_within_ten_years() {
        var office = weekdays("Europe/Zurich");
        assertThat(comesDue(5, BUSINESS_DAYS, office)).isTrue();
        assertThat(comesDue(2_600, BUSINESS_DAYS, office)).isTrue(); // 2,609 weekdays
        assertThat(comesDue(2_620, BUSINESS_DAYS, office)).isFalse();
        assertThat(comesDue(2_600 * 9 * 60, BUSINESS_MINUTES, office)).isTrue();
        assertThat(comesDue(2_620 * 9 * 60, BUSINESS_MINUTES, office)).isFalse();
    }

    @Test
    void not_when_the_calendar_does_not_open_for_so_long_at_all() {
        var aMinuteAWeek = inZone("UTC").open(MONDAY, MONDAY, "09:00-09:01");
        assertThat(comesDue(500, BUSINESS_MINUTES, aMinuteAWeek)).isTrue();
        assertThat(comesDue(5_000_000, BUSINESS_MINUTES, aMinuteAWeek)).isFalse();
    }

    @Test
    void not_when_it_opens_again_in_a_lifetime_only() {
        var mondays = inZone("UTC").open(MONDAY, MONDAY, "09:00-17:00");
        var day = LocalDate.of(2026, 3, 9);
        for (var week = 0; week < 1_000; week++) {
            mondays = mondays.special(day.plusWeeks(week).toString(), "Closed", "");
        }
        assertThat(comesDue(60, BUSINESS_MINUTES, mondays)).isTrue(); // of today's hours some are left
        assertThat(comesDue(600, BUSINESS_MINUTES, mondays)).isFalse();
        assertThat(comesDue(1, BUSINESS_DAYS, mondays)).isFalse();
    }
}
