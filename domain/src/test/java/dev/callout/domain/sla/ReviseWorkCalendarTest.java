package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.CALENDAR_RETIRED;

import dev.callout.api.Refusal;
import dev.callout.api.sla.ReviseWorkCalendar;
import dev.callout.api.sla.WorkCalendarRetired;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReviseWorkCalendarTest {

    private final FixtureConfiguration<Calendar> calendar = new AggregateTestFixture<>(Calendar.class);

    @Test
    void makes_the_next_version() {
        calendar.given(Drafts.published(1, Drafts.calendar(9)))
                .when(new ReviseWorkCalendar("CAL-1", Drafts.calendar(8), Drafts.NEW_YEAR))
                .expectEvents(Drafts.published(2, Drafts.calendar(8)));
    }

    @Test
    void says_nothing_new_when_nothing_is() {
        calendar.given(Drafts.published(1, Drafts.calendar(9)))
                .when(new ReviseWorkCalendar("CAL-1", Drafts.calendar(9), Drafts.NEW_YEAR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_a_retired_calendar() {
        calendar.given(Drafts.published(1, Drafts.calendar(9)), new WorkCalendarRetired("CAL-1"))
                .when(new ReviseWorkCalendar("CAL-1", Drafts.calendar(8), Drafts.NEW_YEAR))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(CALENDAR_RETIRED, "This calendar is offered no longer."));
    }
}
