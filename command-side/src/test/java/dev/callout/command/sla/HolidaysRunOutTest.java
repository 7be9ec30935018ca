package dev.callout.command.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.WorkCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaysRunOutTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static boolean isSoon(SpecialDay... days) {
        return HolidaysRunOut.isSoon(
                new WorkCalendar("CAL-1", 1, "Office", ZoneId.of("Europe/Zurich"), List.of(), List.of(days)), TODAY);
    }

    private static SpecialDay holiday(String date) {
        return new SpecialDay(LocalDate.parse(date), "Holiday", true, List.of());
    }

    @Test
    void within_a_year_of_the_last_one() {
        assertThat(isSoon(holiday("2027-12-25"), holiday("2026-12-25"))).isFalse();
        assertThat(isSoon(holiday("2027-11-22"))).isFalse();
        assertThat(isSoon(holiday("2027-11-21"))).isTrue();
        assertThat(isSoon(holiday("2020-01-01"))).isTrue();
    }

    @Test
    void never_where_nobody_wanted_any() {
        assertThat(isSoon()).isFalse();
        var workday = new SpecialDay(LocalDate.of(2026, 12, 24), "Half a day", false, List.of());
        assertThat(isSoon(workday)).isFalse();
    }
}
