package dev.callout.api.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkCalendarFlawsTest {

    private static final WeeklyHours MONDAY = monday(hours(9, 18));

    private static WorkCalendarDraft with(String name, String zone, List<WeeklyHours> week, List<SpecialDay> days) {
        return new WorkCalendarDraft(name, zone, week, days, null, null);
    }

    private static WorkCalendarDraft week(WeeklyHours... week) {
        return with("Office", "Europe/Zurich", List.of(week), List.of());
    }

    private static WorkCalendarDraft days(SpecialDay... days) {
        return with("Office", "Europe/Zurich", List.of(MONDAY), List.of(days));
    }

    private static WeeklyHours monday(OpenHours... hours) {
        return new WeeklyHours(DayOfWeek.MONDAY, List.of(hours));
    }

    private static SpecialDay newYear(String name, OpenHours... hours) {
        return new SpecialDay(LocalDate.of(2026, 1, 1), name, true, List.of(hours));
    }

    private static OpenHours hours(int from, int until) {
        return new OpenHours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(with(null, "Europe/Zurich", List.of(MONDAY), List.of()), "name"),
                arguments(with("", "Europe/Zurich", List.of(MONDAY), List.of()), "name"),
                arguments(with("x".repeat(101), "Europe/Zurich", List.of(MONDAY), List.of()), "name"),
                arguments(with("Of\u0000fice", "Europe/Zurich", List.of(MONDAY), List.of()), "name"),
                arguments(with("Office", null, List.of(MONDAY), List.of()), "zone"),
                arguments(with("Office", "Europe/Atlantis", List.of(MONDAY), List.of()), "zone"),
                arguments(with("Office", "", List.of(MONDAY), List.of()), "zone"),
                arguments(with("Office", "+01:00", List.of(MONDAY), List.of()), "zone"),
                arguments(week(), "week"),
                arguments(week(monday()), "week"),
                arguments(week(MONDAY, MONDAY), "week"),
                arguments(week(monday(hours(9, 13), hours(12, 18))), "week"),
                arguments(week(monday(hours(9, 9))), "week"),
                arguments(with("Office", "Europe/Zurich", Collections.singletonList(null), null), "week[0]"),
                arguments(week(new WeeklyHours(null, List.of(hours(9, 18)))), "week[0].day"),
                arguments(week(new WeeklyHours(DayOfWeek.MONDAY, null)), "week[0].hours"),
                arguments(week(new WeeklyHours(DayOfWeek.MONDAY, Collections.singletonList(null))), "week[0].hours[0]"),
                arguments(week(monday(new OpenHours(null, LocalTime.NOON))), "week[0].hours[0].from"),
                arguments(week(monday(new OpenHours(LocalTime.NOON, null))), "week[0].hours[0].until"),
                arguments(days(newYear("New Year"), newYear("New Year")), "specialDays"),
                arguments(days(newYear("New Year", hours(9, 13), hours(12, 18))), "specialDays"),
                arguments(days(new SpecialDay(LocalDate.of(12026, 1, 1), "Far", true, List.of())), "specialDays"),
                arguments(days(new SpecialDay(null, "When?", true, List.of())), "specialDays[0].date"),
                arguments(days(newYear(null)), "specialDays[0].name"),
                arguments(days(newYear(" ")), "specialDays[0].name"),
                arguments(days(newYear("x".repeat(101))), "specialDays[0].name"),
                arguments(days(newYear("New\tYear")), "specialDays[0].name"),
                arguments(
                        new WorkCalendarDraft("Office", "Europe/Zurich", List.of(MONDAY), null, null, "ZH"),
                        "holidayCountry"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void says_which_field_is_wrong_and_no_other(WorkCalendarDraft draft, String field) {
        assertThat(draft.flaws()).extracting(Flaw::field).containsExactly(field);
        assertThat(draft.flaws()).extracting(Flaw::message).doesNotContainNull();
    }

    @Test
    void finds_nothing_in_a_good_calendar() {
        var night = new WeeklyHours(DayOfWeek.FRIDAY, List.of(hours(8, 12), hours(13, 17), hours(22, 6)));
        var draft = new WorkCalendarDraft(
                "Office",
                "America/New_York",
                List.of(MONDAY, night, new WeeklyHours(DayOfWeek.SUNDAY, List.of())),
                List.of(newYear("New Year", hours(10, 12))),
                "US",
                "NY");
        assertThat(draft.flaws()).isEmpty();
    }
}
