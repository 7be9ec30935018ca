package dev.callout.api.sla;

import static dev.callout.api.sla.CalendarExamples.always;
import static dev.callout.api.sla.CalendarExamples.hours;
import static dev.callout.api.sla.CalendarExamples.inZone;
import static dev.callout.api.sla.CalendarExamples.weekdays;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights in which clocks are put forward or back, dates that never were, and leap days, worked out by hand. */
class ClockChangesTest {

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "Europe/Zurich,    2027-03-27T12:00+01:00, PT24H, 2027-03-28T13:00+02:00",
        "Europe/Berlin,    2026-03-28T12:00+01:00, PT24H, 2026-03-29T13:00+02:00",
        "Europe/Berlin,    2026-10-24T12:00+02:00, PT24H, 2026-10-25T11:00+01:00",
        "America/New_York, 2026-03-07T12:00-05:00, PT24H, 2026-03-08T13:00-04:00",
        "America/New_York, 2026-10-31T12:00-04:00, PT24H, 2026-11-01T11:00-05:00",
        "Australia/Lord_Howe, 2026-10-03T12:00+10:30, PT24H, 2026-10-04T12:30+11:00",
        "Australia/Lord_Howe, 2026-04-04T12:00+11:00, PT24H, 2026-04-05T11:30+10:30",
        "Pacific/Apia,     2011-12-29T12:00-10:00, PT24H, 2011-12-31T12:00+14:00",
        "Europe/Berlin,    2028-02-28T12:00+01:00, PT48H, 2028-03-01T12:00+01:00",
    })
    void day_and_night_go_on_as_clocks_change(String zone, OffsetDateTime from, Duration open, OffsetDateTime due) {
        assertThat(after(always(zone), from, open)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "Europe/Berlin,    2026-03-27T16:00+01:00, PT4H,  2026-03-30T11:00+02:00",
        "Europe/Berlin,    2026-10-23T16:00+02:00, PT4H,  2026-10-26T11:00+01:00",
        "America/New_York, 2026-03-06T16:00-05:00, PT4H,  2026-03-09T11:00-04:00",
        "America/New_York, 2026-10-30T16:00-04:00, PT4H,  2026-11-02T11:00-05:00",
        "Europe/Berlin,    2026-03-20T09:00+01:00, PT90H, 2026-04-02T18:00+02:00",
        "Europe/Berlin,    2028-02-28T17:00+01:00, PT2H,  2028-02-29T10:00+01:00",
        "America/New_York, 2028-02-29T17:00-05:00, PT2H,  2028-03-01T10:00-05:00",
    })
    void office_hours_stay_where_they_are_on_the_wall(
            String zone, OffsetDateTime from, Duration open, OffsetDateTime due) {
        assertThat(after(weekdays(zone), from, open)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} in the night of {1}, {2}: {3}")
    @CsvSource({
        "Europe/Zurich,    2027-03-27, 22:00-06:00, PT7H",
        "Europe/Zurich,    2026-10-24, 22:00-06:00, PT9H",
        "Europe/Zurich,    2026-11-21, 22:00-06:00, PT8H",
        "America/New_York, 2026-03-07, 22:00-06:00, PT7H",
        "America/New_York, 2026-10-31, 22:00-06:00, PT9H",
        "Australia/Lord_Howe, 2026-10-03, 22:00-06:00, PT7H30M",
        "Australia/Lord_Howe, 2026-04-04, 22:00-06:00, PT8H30M",
        // 02:00 to 03:00 is left out
        "Europe/Berlin,    2026-03-29, 01:00-05:00, PT3H",
        "Europe/Berlin,    2026-03-29, 02:30-05:00, PT2H",
        "Europe/Berlin,    2026-03-29, 01:00-02:30, PT1H",
        "Europe/Berlin,    2026-03-29, 01:00-02:00, PT1H",
        "Europe/Berlin,    2026-03-29, 03:00-04:00, PT1H",
        "Europe/Berlin,    2026-03-29, 02:15-02:45, PT0S",
        "Europe/Berlin,    2026-03-29, 02:00-03:00, PT0S",
        // 02:00 to 03:00 comes twice
        "Europe/Berlin,    2026-10-25, 01:00-05:00, PT5H",
        "Europe/Berlin,    2026-10-25, 02:30-05:00, PT3H30M",
        "Europe/Berlin,    2026-10-25, 01:00-02:30, PT2H30M",
        "Europe/Berlin,    2026-10-25, 02:15-02:45, PT1H30M",
        "Europe/Berlin,    2026-10-25, 02:00-03:00, PT2H",
        "Europe/Berlin,    2026-10-25, 01:00-02:00, PT1H",
        "Europe/Berlin,    2026-10-25, 03:00-04:00, PT1H",
        // nothing is lost between two shifts and nothing counts twice
        "Europe/Berlin,    2026-10-25, 00:00-02:00 02:00-06:00, PT7H",
        "Europe/Berlin,    2026-10-25, 00:00-02:30 02:30-06:00, PT7H",
        "Europe/Berlin,    2026-03-29, 00:00-02:30 02:30-06:00, PT5H",
        // clocks are put back from 01:00 to midnight: the day before has no part in that
        "America/Havana,   2026-10-31, 00:00-00:00, PT24H",
        "America/Havana,   2026-11-01, 00:00-00:00, PT25H",
        // and from one minute past midnight to 23:01 of the day before
        "America/St_Johns, 2010-11-06, 23:00-00:00, PT2H",
        // Friday was left out
        "Pacific/Apia,     2011-12-29, 22:00-06:00, PT2H",
        "Pacific/Apia,     2011-12-30, 09:00-18:00, PT0S",
        "Pacific/Apia,     2011-12-31, 09:00-18:00, PT9H",
    })
    void a_shift_is_as_long_as_it_really_is(String zone, LocalDate date, String hours, Duration open) {
        var calendar = inZone(zone).special(new SpecialDay(date, "The shift", false, hours(hours)));
        var midnight = date.atStartOfDay(ZoneId.of(zone)).toInstant();

        assertThat(calendar.workHours().between(midnight.minusSeconds(200_000), midnight.plusSeconds(200_000)))
                .isEqualTo(open);
    }

    @Test
    void shifts_around_the_clock_are_the_clock() {
        var calendar = inZone("Europe/Berlin").open(MONDAY, SUNDAY, "22:00-02:30 02:30-06:00 06:00-14:00 14:00-22:00");
        var from = calendar.at("2026-01-01T00:00").toInstant();

        assertThat(calendar.workHours().between(from, from.plus(Duration.ofDays(1000))))
                .isEqualTo(Duration.ofDays(1000));
        assertThat(calendar.workHours().spans(from, from.plus(Duration.ofDays(1000))))
                .isEqualTo(List.of(new OpenSpan(from, from.plus(Duration.ofDays(1000)), true, null)));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} working days = {3}")
    @CsvSource({
        "Europe/Berlin,    2026-03-27T16:00+01:00, 1, 2026-03-30T16:00+02:00",
        "Europe/Berlin,    2026-10-23T16:00+02:00, 1, 2026-10-26T16:00+01:00",
        "America/New_York, 2026-03-06T16:00-05:00, 5, 2026-03-13T16:00-04:00",
        "America/New_York, 2026-10-30T16:00-04:00, 5, 2026-11-06T16:00-05:00",
        "Europe/Berlin,    2028-02-28T12:00+01:00, 1, 2028-02-29T12:00+01:00",
        "Europe/Berlin,    2028-02-28T12:00+01:00, 2, 2028-03-01T12:00+01:00",
        "Europe/Berlin,    2027-02-26T12:00+01:00, 1, 2027-03-01T12:00+01:00",
        "Pacific/Apia,     2011-12-29T12:00-10:00, 1, 2012-01-02T12:00+14:00",
    })
    void working_days_keep_the_time_on_the_wall(String zone, OffsetDateTime from, long days, OffsetDateTime due) {
        assertThat(weekdays(zone).workHours().workingDaysAfter(from.toInstant(), days))
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest(name = "{0} + {1} working days = {2}")
    @CsvSource({
        // 02:30 is left out in the night to the 29th, and comes twice in that to the 25th
        "2026-03-28T02:30+01:00, 1, 2026-03-29T03:00+02:00",
        "2026-10-24T02:30+02:00, 1, 2026-10-25T02:30+02:00",
        "2026-10-25T02:30+02:00, 1, 2026-10-26T02:30+01:00",
        "2026-10-25T02:30+01:00, 1, 2026-10-26T02:30+01:00",
        "2026-10-25T02:30+01:00, 0, 2026-10-25T02:30+01:00",
    })
    void working_days_end_when_the_clock_first_shows_the_time_or_has_jumped_over_it(
            OffsetDateTime from, long days, OffsetDateTime due) {
        assertThat(always("Europe/Berlin").workHours().workingDaysAfter(from.toInstant(), days))
                .isEqualTo(due.toInstant());
    }

    private static OffsetDateTime after(CalendarExamples calendar, OffsetDateTime from, Duration open) {
        return calendar.workHours()
                .after(from.toInstant(), open)
                .atZone(calendar.calendar().zone())
                .toOffsetDateTime();
    }
}
