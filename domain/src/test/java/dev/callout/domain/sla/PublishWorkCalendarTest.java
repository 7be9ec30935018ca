package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.PublishWorkCalendar;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.sla.WorkCalendarPublished;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PublishWorkCalendarTest {

    private final FixtureConfiguration<Calendar> calendar = new AggregateTestFixture<>(Calendar.class);

    @Test
    void makes_the_first_version() {
        calendar.givenNoPriorActivity()
                .when(new PublishWorkCalendar("CAL-1", Drafts.calendar(9), Drafts.NEW_YEAR))
                .expectEvents(Drafts.published(1, Drafts.calendar(9)));
    }

    @Test
    void refuses_what_is_wrong_in_itself() {
        var nowhere = new WorkCalendarDraft(
                "Office", "Europe/Atlantis", Drafts.calendar(9).week(), List.of(), null, null);
        calendar.givenNoPriorActivity()
                .when(new PublishWorkCalendar("CAL-1", nowhere, List.of()))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        INVALID_VALUE, "zone must be a zone of the time zone database, such as Europe/Berlin."));
    }

    @Test
    void counts_what_the_company_settled_for_a_holiday() {
        var open = new SpecialDay(
                LocalDate.of(2026, 1, 1),
                "Stocktaking",
                false,
                List.of(new OpenHours(LocalTime.of(10, 0), LocalTime.of(12, 0))));
        var bridge = new SpecialDay(LocalDate.of(2026, 1, 2), "Bridge", false, List.of());
        var published = new WorkCalendarPublished(
                "CAL-1",
                1,
                "Office",
                "Europe/Zurich",
                Drafts.calendar(9).week(),
                List.of(bridge, open),
                "CH",
                null,
                Drafts.NEW_YEAR);
        assertThat(published.calendar().specialDays()).containsExactly(open, bridge);
    }
}
