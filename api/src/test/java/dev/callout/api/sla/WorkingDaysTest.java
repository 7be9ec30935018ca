package dev.callout.api.sla;

import static dev.callout.api.sla.CalendarExamples.inZone;
import static dev.callout.api.sla.CalendarExamples.standard;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same time of day some working days later, and where that is when the day is closed then. */
class WorkingDaysTest {

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // Saturday is a working day, and closes at 14:00
        "2026-11-16T11:30, 2, 2026-11-18T11:30",
        "2026-11-19T11:30, 2, 2026-11-21T11:30",
        "2026-11-20T17:00, 2, 2026-11-23T17:00",
        "2026-11-20T17:00, 1, 2026-11-21T14:00",
        "2026-11-20T09:30, 1, 2026-11-21T10:00",
        "2026-11-16T17:59:59, 5, 2026-11-21T14:00",
        "2026-11-16T11:30:15.5, 6, 2026-11-23T11:30:15.5",
        // from outside the hours: from the next opening on
        "2026-11-22T11:00, 1, 2026-11-24T09:00",
        "2026-11-20T18:00, 1, 2026-11-23T10:00",
        "2026-11-20T06:00, 1, 2026-11-21T10:00",
        "2026-11-20T06:00, 2, 2026-11-23T09:00",
        // none
        "2026-11-20T17:00, 0, 2026-11-20T17:00",
        "2026-11-22T11:00, 0, 2026-11-23T09:00",
        // a holiday is none, an extra Sunday is one, a half day is one
        "2026-12-24T11:00, 1, 2026-12-26T11:00",
        "2026-12-19T11:00, 1, 2026-12-20T12:00",
        "2026-12-23T16:00, 1, 2026-12-24T12:00",
        "2026-12-25T11:00, 1, 2026-12-28T10:00",
    })
    void on_the_standard_calendar(String from, long days, String due) {
        var calendar = standard()
                .holiday("2026-12-25", "Christmas Day")
                .special("2026-12-20", "Open Sunday", "12:00-17:00")
                .special("2026-12-24", "Christmas Eve", "09:00-12:00");

        check(calendar, from, days, due);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-11-20T12:30, 1, 2026-11-21T13:30",
        "2026-11-20T15:00, 1, 2026-11-21T15:00",
        "2026-11-21T13:30, 2, 2026-11-24T13:30",
    })
    void goes_on_after_lunch(String from, long days, String due) {
        check(
                inZone("Europe/Zurich")
                        .open(MONDAY, FRIDAY, "08:00-17:00")
                        .open(SATURDAY, SATURDAY, "08:00-12:00 13:30-17:00"),
                from,
                days,
                due);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // Saturday 02:00 is Friday's night; Monday's is the next
        "2026-11-21T02:00, 1, 2026-11-24T02:00",
        "2026-11-20T23:00, 1, 2026-11-23T23:00",
        "2026-11-21T06:00, 1, 2026-11-24T22:00",
        "2026-11-18T05:59, 3, 2026-11-21T05:59",
        // the holiday's night is left out
        "2026-12-24T02:00, 2, 2026-12-29T02:00",
        "2026-12-25T02:00, 1, 2026-12-29T02:00",
    })
    void counts_nights_by_the_evening_on_which_they_begin(String from, long days, String due) {
        check(
                inZone("Europe/Zurich").open(MONDAY, FRIDAY, "22:00-06:00").holiday("2026-12-25", "Christmas Day"),
                from,
                days,
                due);
    }

    private static void check(CalendarExamples calendar, String from, long days, String due) {
        assertThat(calendar.workHours()
                        .workingDaysAfter(calendar.at(from).toInstant(), days)
                        .atZone(calendar.calendar().zone()))
                .isEqualTo(calendar.at(due));
    }
}
