package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.CALENDAR_IN_USE;
import static dev.callout.api.RefusalCode.CALENDAR_RETIRED;

import dev.callout.api.Refusal;
import dev.callout.api.sla.ReviseWorkCalendar;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.WorkCalendarRetired;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReviseWorkCalendarTest {

    private final KnownTies ties = new KnownTies();
    private final FixtureConfiguration<Calendar> calendar =
            new AggregateTestFixture<>(Calendar.class).registerInjectableResources(ties, Drafts.CLOCK);

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
    void refuses_hours_too_few_for_what_a_policy_promises_by_them() {
        ties.policies.add(Drafts.policy(SlaScope.EVERYTHING, 282_800).toPolicy("SLA-1", 4));
        calendar.given(Drafts.published(1, Drafts.calendar(8)))
                .when(new ReviseWorkCalendar("CAL-1", Drafts.calendar(9), Drafts.NEW_YEAR))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        CALENDAR_IN_USE,
                        "RESPONSE for HIGH of the policy SLA-1 would not come due within ten years:"
                                + " by the hours of CAL-1, 282800 business minutes take longer."));
    }

    @Test
    void takes_more_hours_also_where_they_are_still_too_few() {
        ties.policies.add(Drafts.policy(SlaScope.EVERYTHING, 282_800).toPolicy("SLA-1", 4));
        calendar.given(Drafts.published(1, Drafts.calendar(10)))
                .when(new ReviseWorkCalendar("CAL-1", Drafts.calendar(9), Drafts.NEW_YEAR))
                .expectEvents(Drafts.published(2, Drafts.calendar(9)));
    }

    @Test
    void refuses_a_retired_calendar() {
        calendar.given(Drafts.published(1, Drafts.calendar(9)), new WorkCalendarRetired("CAL-1"))
                .when(new ReviseWorkCalendar("CAL-1", Drafts.calendar(8), Drafts.NEW_YEAR))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(CALENDAR_RETIRED, "This calendar is offered no longer."));
    }
}
