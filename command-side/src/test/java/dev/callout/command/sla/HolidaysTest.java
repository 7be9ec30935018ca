package dev.callout.command.sla;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.WeeklyHours;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarRules;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays as the almanac has them, for whoever sets up a calendar. */
class HolidaysTest {

    private static final Locale LANGUAGE = Locale.getDefault();
    private static final ClassLoader LOADER = Thread.currentThread().getContextClassLoader();

    private final Holidays holidays = new Holidays();

    @BeforeAll
    static void on_a_german_machine_in_a_thread_that_knows_java_alone() {
        Locale.setDefault(Locale.GERMANY);
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void on_this_machine() {
        Locale.setDefault(LANGUAGE);
        Thread.currentThread().setContextClassLoader(LOADER);
    }

    @ParameterizedTest(name = "{0} {1} in {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "DE, -,  2026, 01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
                "DE, BY, 2026, 01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26",
                "CH, ZH, 2027, 01-01 03-26 03-28 03-29 05-01 05-06 05-17 08-01 12-25 12-26",
                "FR, -,  2028, 01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25",
                "at, -,  2026, 01-01 01-06 04-05 04-06 05-01 05-14 05-24 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26",
            })
    void are_those_of_country_and_region(String country, String region, int year, String expected) {
        assertThat(year(year, country, region).stream()
                        .map(day -> day.date().toString().substring(5))
                        .collect(joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void know_weekdays_of_a_month_and_days_off_instead() {
        assertThat(year(2026, "US", null))
                .extracting(SpecialDay::date)
                .contains(LocalDate.of(2026, 11, 26)) // the fourth Thursday
                .contains(LocalDate.of(2026, 7, 3)); // Independence Day is a Saturday
    }

    @Test
    void are_closed_and_have_english_names_on_every_machine() {
        assertThat(year(2026, "DE", null))
                .contains(new SpecialDay(LocalDate.of(2026, 10, 3), "German Unity Day", true, List.of()))
                .allSatisfy(day -> assertThat(day.hours()).isEmpty())
                .allSatisfy(day -> assertThat(day.holiday()).isTrue());
    }

    @Test
    void of_thirty_one_years_make_a_good_calendar_for_every_country() {
        var without = new TreeSet<String>();
        for (var country : holidays.countries()) {
            var calendar = mondaysBut(holidays.around(2026, country, null));

            assertThat(WorkCalendarRules.problems(calendar)).as(country).isEmpty();
            assertThat(calendar.specialDays()).as(country).hasSizeLessThan(WorkCalendarRules.MOST_SPECIAL_DAYS / 2);
            if (calendar.specialDays().isEmpty()) {
                without.add(country);
            }
        }
        assertThat(without).as("nobody lives there").containsExactly("AQ", "BV", "HM", "IO", "TF", "UM");
    }

    @Test
    void are_named_in_every_region() {
        for (var country : holidays.countries()) {
            for (var region : holidays.regions(country)) {
                assertThat(WorkCalendarRules.problems(mondaysBut(year(2026, country, region))))
                        .as("%s %s", country, region)
                        .isEmpty();
                assertThat(year(2026, country, region))
                        .extracting(SpecialDay::name)
                        .doesNotContain("undefined");
            }
        }
    }

    @Test
    void reach_from_ten_years_back_to_twenty_ahead() {
        var days = holidays.around(2026, "CH", "ZH");

        assertThat(days.get(0).date()).isEqualTo("2016-01-01");
        assertThat(days.get(days.size() - 1).date()).isEqualTo("2046-12-26");
        assertThat(days).extracting(SpecialDay::date).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void name_both_that_fall_on_one_day() {
        // Ascension Day 2008 was on the first of May
        assertThat(year(2008, "DE", null))
                .filteredOn(day -> day.date().equals(LocalDate.of(2008, 5, 1)))
                .extracting(SpecialDay::name)
                .containsExactly("Ascension Day, Labour day");
    }

    @Test
    void have_a_name_even_where_the_library_has_none() {
        assertThat(year(2026, "IN", "KA"))
                .filteredOn(day -> day.date().equals(LocalDate.of(2026, 11, 5)))
                .extracting(SpecialDay::name)
                .containsExactly("Public holiday");
    }

    @Test
    void are_known_of_countries_and_regions_by_their_codes() {
        assertThat(holidays.countries()).contains("CH", "DE", "US", "GB").doesNotContain("NYSE", "XX");
        assertThat(holidays.regions("CH")).contains("ZH", "GE").hasSizeGreaterThanOrEqualTo(26);
        assertThat(holidays.regions("DE")).contains("BY", "BY/AG");
        assertThat(holidays.regions("XX")).isEmpty();
        assertThat(holidays.know("ch", "zh")).isTrue();
        assertThat(holidays.know("DE", "BY/AG")).isTrue();
        assertThat(holidays.know("CH", null)).isTrue();
        assertThat(holidays.know("CH", "BY")).isFalse();
        assertThat(holidays.know("XX", null)).isFalse();
        assertThat(holidays.know("", null)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> holidays.around(2026, "CH", "BY"));
    }

    private List<SpecialDay> year(int year, String country, String region) {
        return holidays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), country, region);
    }

    private static WorkCalendar mondaysBut(List<SpecialDay> days) {
        var monday = new WeeklyHours(DayOfWeek.MONDAY, List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(18, 0))));
        return new WorkCalendar("CAL-1", 1, "Any", ZoneId.of("UTC"), List.of(monday), days);
    }
}
