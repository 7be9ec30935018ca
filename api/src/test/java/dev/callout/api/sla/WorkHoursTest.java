package dev.callout.api.sla;

import static dev.callout.api.sla.CalendarExamples.always;
import static dev.callout.api.sla.CalendarExamples.inZone;
import static dev.callout.api.sla.CalendarExamples.standard;
import static dev.callout.api.sla.CalendarExamples.weekdays;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business hours as the guide and rule 1 of the feature list count them. */
class WorkHoursTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "Medium response,          2026-11-20T17:00, PT8H,     2026-11-23T12:00",
        "Urgent resolution,        2026-11-21T13:00, PT4H,     2026-11-23T12:00",
        "Low response,             2026-11-20T17:00, PT24H,    2026-11-25T10:00",
        "Urgent on Sunday,         2026-11-22T11:00, PT30M,    2026-11-23T09:30",
        "High over Christmas,      2026-12-24T16:00, PT8H,     2026-12-28T11:00",
        "High without a pause,     2026-11-19T10:00, PT8H,     2026-11-19T18:00",
        "the rest after a pause,   2026-11-23T11:00, PT2H,     2026-11-23T13:00",
        "80 % of it,               2026-11-23T11:00, PT24M,    2026-11-23T11:24",
        "answered in time (SL-11), 2026-11-16T10:00, PT30M,    2026-11-16T10:30",
        "solved in time (SL-11),   2026-11-16T10:00, PT4H,     2026-11-16T14:00",
        "80 % of that (K-10),      2026-11-16T10:00, PT3H12M,  2026-11-16T13:12",
        "until closing,            2026-11-16T10:00, PT8H,     2026-11-16T18:00",
        "a second more,            2026-11-16T10:00, PT8H1S,   2026-11-17T09:00:01",
        "no time while open,       2026-11-16T10:00, PT0S,     2026-11-16T10:00",
        "no time while closed,     2026-11-22T11:00, PT0S,     2026-11-22T11:00",
        "a nanosecond,             2026-11-22T11:00, PT0.000000001S, 2026-11-23T09:00:00.000000001",
    })
    void counts_as_in_the_guide(String what, String from, Duration open, String due) {
        var calendar = standard().holiday("2026-12-25", "Christmas Day");

        assertThat(calendar.workHours()
                        .after(calendar.at(from).toInstant(), open)
                        .atZone(calendar.calendar().zone()))
                .isEqualTo(calendar.at(due));
        assertThat(calendar.workHours()
                        .between(calendar.at(from).toInstant(), calendar.at(due).toInstant()))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-16T00:00, 2026-11-23T00:00, PT49H",
        "2026-11-16T11:59, 2026-11-16T13:01, PT1H2M",
        "2026-11-21T14:00, 2026-11-23T09:00, PT0S",
        "2026-11-21T13:59:59.9, 2026-11-23T09:00, PT0.1S",
        "2026-11-20T17:00, 2026-11-20T17:00, PT0S",
    })
    void knows_the_open_time_between_two_moments(String from, String until, Duration open) {
        assertThat(between(standard(), from, until)).isEqualTo(open);
    }

    @Test
    void leaves_out_lunch() {
        var calendar = inZone("Europe/Zurich").open(MONDAY, FRIDAY, "08:00-12:00 13:30-17:00");

        assertThat(between(calendar, "2026-11-16T11:00", "2026-11-16T14:00")).isEqualTo(Duration.ofMinutes(90));
        assertThat(between(calendar, "2026-11-16T12:15", "2026-11-16T13:15")).isZero();
        assertThat(calendar.workHours().after(calendar.at("2026-11-16T11:00").toInstant(), Duration.ofMinutes(61)))
                .isEqualTo(calendar.at("2026-11-16T13:31").toInstant());
    }

    @Test
    void counts_what_touches_or_overlaps_once() {
        var calendar = inZone("Europe/Zurich").open(MONDAY, MONDAY, "12:00-15:00 08:00-12:00 11:00-13:00");

        assertThat(between(calendar, "2026-11-16T00:00", "2026-11-17T00:00")).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void takes_midnight_to_midnight_as_the_whole_day() {
        assertThat(between(always("Europe/Zurich"), "2026-11-01T00:00", "2026-12-01T00:00"))
                .isEqualTo(Duration.ofDays(30));
        assertThat(between(
                        inZone("Europe/Zurich").open(MONDAY, MONDAY, "00:00-00:00"),
                        "2026-11-01T00:00",
                        "2026-12-01T00:00"))
                .isEqualTo(Duration.ofDays(5));
        assertThat(between(
                        inZone("Europe/Zurich").open(MONDAY, MONDAY, "20:00-00:00"),
                        "2026-11-16T00:00",
                        "2026-11-18T00:00"))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void lets_a_night_shift_go_on_into_a_holiday_and_none_begin_on_it() {
        var calendar =
                inZone("Europe/Zurich").open(MONDAY, SUNDAY, "22:00-06:00").holiday("2026-12-25", "Christmas Day");

        assertThat(between(calendar, "2026-12-24T22:00", "2026-12-25T12:00")).isEqualTo(Duration.ofHours(8));
        assertThat(between(calendar, "2026-12-25T12:00", "2026-12-26T12:00")).isZero();
        assertThat(between(calendar, "2026-12-26T12:00", "2026-12-27T12:00")).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void knows_half_days_and_extra_days() {
        var calendar = standard()
                .special("2026-12-24", "Christmas Eve", "09:00-12:00")
                .special("2026-12-20", "Open Sunday", "12:00-17:00");

        assertThat(between(calendar, "2026-12-24T00:00", "2026-12-25T00:00")).isEqualTo(Duration.ofHours(3));
        assertThat(between(calendar, "2026-12-20T00:00", "2026-12-21T00:00")).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void counts_leap_days() {
        var calendar = weekdays("Europe/Berlin");

        assertThat(between(calendar, "2028-02-28T12:00", "2028-03-01T12:00")).isEqualTo(Duration.ofHours(18));
        assertThat(between(calendar, "2027-02-26T12:00", "2027-03-01T12:00")).isEqualTo(Duration.ofHours(9));
        assertThat(between(calendar.holiday("2028-02-29", "Leap day"), "2028-02-28T12:00", "2028-03-01T12:00"))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void goes_on_over_years() {
        var calendar = weekdays("UTC");

        // 521 weeks from a Thursday on, then Thursday to Monday: 2605 working days and three
        assertThat(between(calendar, "2026-01-01T00:00", "2036-01-01T00:00")).isEqualTo(Duration.ofHours(9 * 2608));
        assertThat(calendar.workHours().after(calendar.at("2026-01-01T00:00").toInstant(), Duration.ofHours(9 * 2608)))
                .isEqualTo("2035-12-31T18:00:00Z");
    }

    @Test
    void is_the_same_over_new_year_when_that_is_not_new_year_in_utc() {
        var kiritimati = always("Pacific/Kiritimati");

        assertThat(between(kiritimati, "2026-12-31T23:00", "2027-01-01T15:00")).isEqualTo(Duration.ofHours(16));
        assertThat(kiritimati
                        .workHours()
                        .after(kiritimati.at("2026-12-31T23:00").toInstant(), Duration.ofHours(16)))
                .isEqualTo(kiritimati.at("2027-01-01T15:00").toInstant());
    }

    @Test
    void refuses_an_end_before_the_start_and_negative_time() {
        var hours = standard().workHours();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours.between(NOON, NOON.minusNanos(1)))
                .withMessageContaining("is before the start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours.spans(NOON, NOON.minusNanos(1)))
                .withMessageContaining("is before the start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours.after(NOON, Duration.ofNanos(-1)))
                .withMessageContaining("cannot be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours.workingDaysAfter(NOON, -1))
                .withMessageContaining("cannot be negative");
    }

    @Test
    void refuses_moments_outside_its_years_and_answers_up_to_their_ends() {
        var hours = standard().workHours();
        var first = Instant.parse("1970-01-01T00:00:00Z");
        var last = Instant.parse("2199-12-31T23:59:59.999999999Z");

        assertThat(hours.between(first, last)).isGreaterThan(Duration.ofDays(365 * 60));
        assertThat(hours.spans(last, last)).isEmpty();
        for (var wrong : new Instant[] {Instant.MIN, first.minusNanos(1), last.plusNanos(1), Instant.MAX}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hours.after(wrong, Duration.ZERO))
                    .withMessageEndingWith("is not within the years 1970 to 2199.");
            assertThatIllegalArgumentException().isThrownBy(() -> hours.workingDaysAfter(wrong, 0));
        }
    }

    @Test
    void answers_until_the_end_of_the_last_year() {
        var hours = always("UTC").workHours();
        var first = Instant.parse("1970-01-01T00:00:00Z");
        var end = Instant.parse("2200-01-01T00:00:00Z");

        assertThat(hours.after(first, Duration.between(first, end))).isEqualTo(end);
        assertThat(hours.workingDaysAfter(end.minusSeconds(1), 0)).isEqualTo(end.minusSeconds(1));
        assertThat(hours.workingDaysAfter(end.minus(Duration.ofDays(2)), 1)).isEqualTo(end.minus(Duration.ofDays(1)));
        assertThatThrownBy(() -> hours.after(end.minusSeconds(1), Duration.ofSeconds(2)))
                .isInstanceOf(NeverOpenAgain.class);
    }

    @Test
    void says_so_when_it_never_opens_again() {
        var closed = inZone("Europe/Zurich").special("2026-11-20", "The only day", "09:00-18:00");

        assertThat(closed.workHours().after(NOON, Duration.ofHours(5))).isEqualTo("2026-11-20T17:00:00Z");
        assertThatThrownBy(
                        () -> closed.workHours().after(NOON, Duration.ofHours(5).plusNanos(1)))
                .isInstanceOf(NeverOpenAgain.class)
                .hasMessage("Calendar CAL-1, version 1, is not open for PT5H0.000000001S between"
                        + " 2026-11-20T12:00:00Z and the end of 2199.");
        assertThatThrownBy(() -> closed.workHours().after(NOON, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(NeverOpenAgain.class);
        assertThatThrownBy(() -> closed.workHours().workingDaysAfter(NOON, 1))
                .isInstanceOf(NeverOpenAgain.class)
                .hasMessage("Calendar CAL-1, version 1, has no 1 working days between 2026-11-20 and the end of 2199.");
        assertThatThrownBy(() -> closed.workHours().workingDaysAfter(NOON, Long.MAX_VALUE))
                .isInstanceOf(NeverOpenAgain.class);
        assertThatThrownBy(() -> standard().workHours().workingDaysAfter(NOON, Long.MAX_VALUE))
                .isInstanceOf(NeverOpenAgain.class);
        assertThatThrownBy(() -> closed.workHours().workingDaysAfter(NOON.plus(Duration.ofDays(1)), 0))
                .isInstanceOf(NeverOpenAgain.class)
                .hasMessage("Calendar CAL-1, version 1, does not open between 2026-11-21T12:00:00Z and the end of"
                        + " 2199.");
        assertThat(closed.workHours().between(NOON, NOON.plus(Duration.ofDays(36500))))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void opens_again_after_years_of_holidays() {
        var calendar = inZone("UTC").open(MONDAY, MONDAY, "09:00-18:00");
        for (var monday = LocalDate.of(2026, 11, 23); monday.getYear() < 2046; monday = monday.plusDays(7)) {
            calendar = calendar.holiday(monday.toString(), "Closed");
        }
        assertThat(calendar.workHours().after(NOON, Duration.ofMinutes(1))).isEqualTo("2046-01-01T09:01:00Z");
        assertThat(calendar.workHours().workingDaysAfter(NOON, 1)).isEqualTo("2046-01-08T09:00:00Z");
    }

    @Test
    void remembers_calendars_by_what_they_are_and_not_by_their_name() {
        var one = standard();
        var other = standard().holiday("2026-11-20", "Closed");

        assertThat(one.workHours()).isSameAs(one.workHours());
        assertThat(between(one, "2026-11-20T00:00", "2026-11-21T00:00")).isEqualTo(Duration.ofHours(9));
        assertThat(between(other, "2026-11-20T00:00", "2026-11-21T00:00")).isZero();
    }

    @Test
    void forgets_the_calendar_that_was_used_least_recently() {
        var recent = new RecentWorkHours(2);
        var one = standard().calendar();
        var two = standard().calendar();
        var ofOne = recent.of(one);
        var ofTwo = recent.of(two);

        recent.of(one);
        recent.of(standard().calendar());

        assertThat(recent.of(one)).isSameAs(ofOne);
        assertThat(recent.of(two)).isNotSameAs(ofTwo);
    }

    private static Duration between(CalendarExamples calendar, String from, String until) {
        return calendar.workHours()
                .between(calendar.at(from).toInstant(), calendar.at(until).toInstant());
    }
}
