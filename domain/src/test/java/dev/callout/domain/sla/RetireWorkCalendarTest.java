package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.CALENDAR_IN_USE;

import dev.callout.api.Refusal;
import dev.callout.api.sla.RetireWorkCalendar;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.WorkCalendarRetired;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RetireWorkCalendarTest {

    private final KnownTies ties = new KnownTies();
    private final FixtureConfiguration<Calendar> calendar =
            new AggregateTestFixture<>(Calendar.class).registerInjectableResource(ties);

    @Test
    void offers_it_no_longer() {
        calendar.given(Drafts.published(1, Drafts.calendar(9)))
                .when(new RetireWorkCalendar("CAL-1"))
                .expectEvents(new WorkCalendarRetired("CAL-1"));
    }

    @Test
    void says_nothing_new_the_second_time() {
        calendar.given(Drafts.published(1, Drafts.calendar(9)), new WorkCalendarRetired("CAL-1"))
                .when(new RetireWorkCalendar("CAL-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_while_a_policy_counts_by_it() {
        ties.policies.add(Drafts.policy(SlaScope.EVERYTHING, 30).toPolicy("SLA-1", 1));
        calendar.given(Drafts.published(1, Drafts.calendar(9)))
                .when(new RetireWorkCalendar("CAL-1"))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        CALENDAR_IN_USE, "The policy SLA-1 counts by this calendar; give it another first."));
    }
}
