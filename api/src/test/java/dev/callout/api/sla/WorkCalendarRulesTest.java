package dev.callout.api.sla;

import static dev.callout.api.sla.CalendarExamples.always;
import static dev.callout.api.sla.CalendarExamples.hours;
import static dev.callout.api.sla.CalendarExamples.inZone;
import static dev.callout.api.sla.CalendarExamples.standard;
import static dev.callout.api.sla.CalendarExamples.weekdays;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is promised by a calendar that could mean two things. */
class WorkCalendarRulesTest {

    static Stream<CalendarExamples> good() {
        return Stream.of(
                standard(),
                always("UTC"),
                always("Europe/Zurich").holiday("2026-12-25", "Christmas Day"),
                inZone("America/New_York").open(MONDAY, FRIDAY, "08:00-12:00 12:00-17:00"),
                inZone("Asia/Kathmandu").open(MONDAY, SUNDAY, "22:00-06:00 06:00-14:00 14:00-22:00"),
                inZone("Etc/UTC").open(SUNDAY, SUNDAY, "20:00-08:00").open(MONDAY, MONDAY, "08:00-09:00"),
                standard().special("2026-12-24", "Christmas Eve", "09:00-12:00"),
                standard().holiday("1970-01-01", "The first").holiday("2199-12-31", "The last"),
                inZone("UTC")
                        .open(
                                MONDAY,
                                MONDAY,
                                IntStream.range(0, WorkCalendarRules.MOST_INTERVALS_A_DAY)
                                        .mapToObj("%1$02d:00-%1$02d:30"::formatted)
                                        .collect(joining(" "))));
    }

    @ParameterizedTest
    @MethodSource("good")
    void finds_nothing_wrong_with_a_good_calendar(CalendarExamples calendar) {
        assertThat(calendar.problems()).isEmpty();
    }

    @Test
    void knows_every_place_that_java_knows() {
        assertThat(ZoneId.getAvailableZoneIds())
                .filteredOn(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Pacific)/.*"))
                .hasSizeGreaterThan(400)
                .allSatisfy(id -> assertThat(weekdays(id).problems()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "Z", "UTC+1", "GMT", "GMT+02:00", "CET", "EST5EDT", "Etc/GMT+5"})
    void refuses_a_zone_that_is_no_place(String zone) {
        assertThat(weekdays(zone).problems())
                .containsExactly(ZoneId.of(zone)
                        + " is not a place whose clock is known for each date. Name one, such as Europe/Zurich, or"
                        + " UTC.");
    }

    @Test
    void refuses_a_calendar_that_is_never_open() {
        var never = "No weekday has hours, so that the calendar would never be open.";

        assertThat(inZone("UTC").problems()).containsExactly(never);
        assertThat(inZone("UTC").open(MONDAY, SUNDAY, "").problems()).containsExactly(never);
        assertThat(inZone("UTC").special("2026-11-22", "Once", "09:00-18:00").problems())
                .containsExactly(never);
    }

    @Test
    void refuses_a_day_that_is_there_twice() {
        assertThat(standard().open(FRIDAY, SATURDAY, "20:00-21:00").problems())
                .containsExactly("Friday is there twice.", "Saturday is there twice.");
        assertThat(standard()
                        .holiday("2026-12-25", "Christmas Day")
                        .holiday("2026-12-25", "Christmas")
                        .problems())
                .containsExactly("2026-12-25 is there twice.");
    }

    @Test
    void refuses_an_interval_that_could_be_nothing_or_a_day() {
        assertThat(inZone("UTC").open(MONDAY, MONDAY, "08:00-08:00").problems())
                .containsExactly(
                        "Monday, 08:00-08:00: this could be no time or a whole day. A whole day is 00:00-00:00.");
    }

    @Test
    void refuses_seconds() {
        var seconds = new OpenHours(LocalTime.of(8, 0, 1), LocalTime.of(9, 0));
        var nanos = new OpenHours(LocalTime.of(8, 0), LocalTime.MAX);

        assertThat(standard()
                        .special(new SpecialDay(LocalDate.of(2026, 12, 20), "A", false, List.of(seconds)))
                        .special(new SpecialDay(LocalDate.of(2026, 12, 21), "B", false, List.of(nanos)))
                        .problems())
                .containsExactly(
                        "2026-12-20, 08:00:01-09:00: times are in whole minutes.",
                        "2026-12-21, 08:00-23:59:59.999999999: times are in whole minutes.");
    }

    @Test
    void refuses_what_overlaps_within_a_day() {
        assertThat(inZone("UTC").open(MONDAY, MONDAY, "11:59-15:00 08:00-12:00").problems())
                .containsExactly("Monday, 08:00-12:00, and Monday, 11:59-15:00, overlap.");
        assertThat(inZone("UTC").open(MONDAY, MONDAY, "08:00-12:00 08:00-12:00").problems())
                .containsExactly("Monday, 08:00-12:00, and Monday, 08:00-12:00, overlap.");
        assertThat(inZone("UTC")
                        .open(MONDAY, MONDAY, "08:00-18:00 09:00-10:00 12:00-13:00")
                        .problems())
                .containsExactly(
                        "Monday, 08:00-18:00, and Monday, 09:00-10:00, overlap.",
                        "Monday, 08:00-18:00, and Monday, 12:00-13:00, overlap.");
    }

    @Test
    void refuses_what_overlaps_past_midnight() {
        assertThat(inZone("UTC")
                        .open(MONDAY, MONDAY, "22:00-06:00")
                        .open(TUESDAY, TUESDAY, "05:00-12:00")
                        .problems())
                .containsExactly("Monday, 22:00-06:00, and Tuesday, 05:00-12:00, overlap.");
        assertThat(inZone("UTC")
                        .open(SUNDAY, SUNDAY, "22:00-06:00")
                        .open(MONDAY, MONDAY, "00:00-00:00")
                        .problems())
                .containsExactly("Sunday, 22:00-06:00, and Monday, 00:00-00:00, overlap.");
    }

    @Test
    void refuses_what_overlaps_with_a_special_day_and_allows_what_that_takes_the_place_of() {
        var nights = inZone("UTC").open(MONDAY, FRIDAY, "22:00-06:00");

        assertThat(nights.special("2026-11-17", "Also by day", "05:00-12:00 22:00-06:00")
                        .problems())
                .containsExactly("Monday, 22:00-06:00, and 2026-11-17, 05:00-12:00, overlap.");
        assertThat(nights.special("2026-11-15", "Also on Sunday", "23:00-22:30").problems())
                .containsExactly("2026-11-15, 23:00-22:30, and Monday, 22:00-06:00, overlap.");
        assertThat(nights.special("2026-11-16", "By day", "08:00-12:00")
                        .special("2026-11-17", "Early", "05:00-12:00")
                        .problems())
                .isEmpty();
        assertThat(nights.special("2026-11-16", "Late", "23:00-07:00")
                        .special("2026-11-17", "Early", "05:00-12:00")
                        .problems())
                .containsExactly("2026-11-16, 23:00-07:00, and 2026-11-17, 05:00-12:00, overlap.");
    }

    @Test
    void refuses_special_days_without_name_or_out_of_time() {
        assertThat(standard()
                        .holiday("2026-12-25", " ")
                        .special(new SpecialDay(LocalDate.of(2026, 12, 26), null, true, List.of()))
                        .holiday("1969-12-31", "Long ago")
                        .holiday("2200-01-01", "Far ahead")
                        .problems())
                .containsExactly(
                        "2026-12-25 has no name.",
                        "2026-12-26 has no name.",
                        "1969-12-31 is not within the years 1970 to 2199.",
                        "2200-01-01 is not within the years 1970 to 2199.");
        assertThat(standard()
                        .special(new SpecialDay(LocalDate.MAX, "Last", true, hours("08:00-09:00")))
                        .problems())
                .containsExactly("+999999999-12-31 is not within the years 1970 to 2199.");
    }

    @Test
    void refuses_too_much() {
        var crowded = "08:00-08:01 ".repeat(25);

        assertThat(inZone("UTC").open(MONDAY, MONDAY, crowded).problems())
                .containsExactly("Monday has 25 intervals; 24 are allowed at most.");
        assertThat(withSpecialDays(2000).problems()).isEmpty();
        assertThat(withSpecialDays(2001).problems())
                .containsExactly("There are 2001 special days; 2000 are allowed at most.");
    }

    @Test
    void tells_twenty_problems_at_most() {
        var days = IntStream.range(0, 100)
                .mapToObj(day -> new SpecialDay(LocalDate.of(1900, 1, 1).plusDays(day), "Old", true, List.of()))
                .toList();

        assertThat(with(days).problems()).hasSize(20);
    }

    private static CalendarExamples withSpecialDays(int number) {
        return with(IntStream.range(0, number)
                .mapToObj(day -> new SpecialDay(LocalDate.of(2026, 1, 1).plusDays(day), "Closed", true, List.of()))
                .toList());
    }

    private static CalendarExamples with(List<SpecialDay> days) {
        var standard = standard().calendar();
        return new CalendarExamples(new WorkCalendar("CAL-1", 1, "Example", standard.zone(), standard.week(), days));
    }
}
