package dev.callout.api.sla;

import static dev.callout.api.sla.CalendarExamples.always;
import static dev.callout.api.sla.CalendarExamples.inZone;
import static dev.callout.api.sla.CalendarExamples.standard;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The strip that shows why time counted or did not. */
class OpenSpansTest {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d HH:mm", Locale.ROOT);

    @Test
    void tells_nights_weekends_and_holidays_apart() {
        var calendar = standard().holiday("2026-12-25", "Christmas Day").holiday("2026-12-26", "Boxing Day");

        assertThat(spans(calendar, "2026-12-24T16:00", "2026-12-28T11:00")).isEqualTo("""
                24 16:00 - 24 18:00 open
                24 18:00 - 25 00:00 closed
                25 00:00 - 26 00:00 Christmas Day
                26 00:00 - 27 00:00 Boxing Day
                27 00:00 - 28 09:00 closed
                28 09:00 - 28 11:00 open""");
    }

    @Test
    void begins_and_ends_wherever_it_is_asked_to() {
        var calendar = standard().holiday("2026-12-25", "Christmas Day");

        assertThat(spans(calendar, "2026-12-25T08:00", "2026-12-25T09:00")).isEqualTo("""
                25 08:00 - 25 09:00 Christmas Day""");
        assertThat(spans(calendar, "2026-12-23T08:00", "2026-12-23T08:30")).isEqualTo("""
                23 08:00 - 23 08:30 closed""");
        assertThat(spans(calendar, "2026-12-23T09:00", "2026-12-23T18:00")).isEqualTo("""
                23 09:00 - 23 18:00 open""");
        assertThat(spans(calendar, "2026-12-23T09:00", "2026-12-23T09:00")).isEmpty();
    }

    @Test
    void gives_a_holiday_what_is_closed_of_its_day() {
        var night = inZone("Europe/Zurich").open(MONDAY, SUNDAY, "22:00-06:00").holiday("2026-12-25", "Christmas Day");
        var half = standard()
                .special(new SpecialDay(
                        LocalDate.of(2026, 12, 24), "Christmas Eve", true, CalendarExamples.hours("09:00-12:00")));

        assertThat(spans(night, "2026-12-24T12:00", "2026-12-26T23:00")).isEqualTo("""
                24 12:00 - 24 22:00 closed
                24 22:00 - 25 06:00 open
                25 06:00 - 26 00:00 Christmas Day
                26 00:00 - 26 22:00 closed
                26 22:00 - 26 23:00 open""");
        assertThat(spans(half, "2026-12-23T20:00", "2026-12-25T08:00")).isEqualTo("""
                23 20:00 - 24 00:00 closed
                24 00:00 - 24 09:00 Christmas Eve
                24 09:00 - 24 12:00 open
                24 12:00 - 25 00:00 Christmas Eve
                25 00:00 - 25 08:00 closed""");
    }

    @Test
    void shows_a_special_day_that_is_no_holiday_as_outside_hours() {
        assertThat(spans(standard().special("2026-11-20", "Stocktaking", ""), "2026-11-19T17:00", "2026-11-21T11:00"))
                .isEqualTo("""
                19 17:00 - 19 18:00 open
                19 18:00 - 21 10:00 closed
                21 10:00 - 21 11:00 open""");
    }

    @Test
    void is_in_one_piece_over_new_year() {
        assertThat(spans(always("UTC"), "2026-12-30T00:00", "2027-01-02T00:00")).isEqualTo("""
                30 00:00 - 2 00:00 open""");
        assertThat(spans(inZone("UTC").holiday("2027-01-01", "New Year"), "2026-12-30T00:00", "2027-01-03T00:00"))
                .isEqualTo("""
                30 00:00 - 1 00:00 closed
                1 00:00 - 2 00:00 New Year
                2 00:00 - 3 00:00 closed""");
    }

    @Test
    void leaves_out_a_holiday_that_never_was() {
        var calendar = inZone("Pacific/Apia").holiday("2011-12-30", "Skipped").holiday("2011-12-29", "The day before");

        assertThat(spans(calendar, "2011-12-28T12:00", "2012-01-01T00:00")).isEqualTo("""
                28 12:00 - 29 00:00 closed
                29 00:00 - 31 00:00 The day before
                31 00:00 - 1 00:00 closed""");
    }

    private static String spans(CalendarExamples calendar, String from, String until) {
        var zone = calendar.calendar().zone();
        return calendar
                .workHours()
                .spans(calendar.at(from).toInstant(), calendar.at(until).toInstant())
                .stream()
                .map(span -> "%s - %s %s"
                        .formatted(
                                SHORT.format(span.from().atZone(zone)),
                                SHORT.format(span.until().atZone(zone)),
                                span.open() ? "open" : span.holiday() == null ? "closed" : span.holiday()))
                .collect(joining("\n"));
    }
}
