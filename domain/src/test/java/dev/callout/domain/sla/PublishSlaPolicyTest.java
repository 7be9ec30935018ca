package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;
import static dev.callout.api.RefusalCode.SLA_SCOPE_TAKEN;

import dev.callout.api.Refusal;
import dev.callout.api.sla.PublishSlaPolicy;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaScope;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PublishSlaPolicyTest {

    private final KnownTies ties = new KnownTies();
    private final FixtureConfiguration<Policy> policy =
            new AggregateTestFixture<>(Policy.class).registerInjectableResources(ties, Drafts.CLOCK);

    @Test
    void makes_the_first_version() {
        var draft = Drafts.policy(SlaScope.EVERYTHING, 30);
        policy.givenNoPriorActivity()
                .when(new PublishSlaPolicy("SLA-1", draft))
                .expectEvents(SlaPolicyPublished.of("SLA-1", 1, draft));
    }

    @Test
    void refuses_what_is_wrong_in_itself() {
        policy.givenNoPriorActivity()
                .when(new PublishSlaPolicy("SLA-1", Drafts.policy(SlaScope.EVERYTHING, 0)))
                .expectNoEvents()
                .expectExceptionDetails(
                        new Refusal(INVALID_VALUE, "targets[0].amount must be at least 1 and at most ten years."));
    }

    @Test
    void refuses_a_calendar_that_is_not_there_or_offered_no_longer() {
        ties.calendars.clear();
        policy.givenNoPriorActivity()
                .when(new PublishSlaPolicy("SLA-1", Drafts.policy(SlaScope.EVERYTHING, 30)))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        REFERENCE_NOT_FOUND, "There is no calendar CAL-1 here, or it is offered no longer."));
    }

    @Test
    void refuses_what_would_not_come_due_within_ten_years() {
        var nineHoursAWeek = 9 * 60 * 52 * 10; // and ten years have two or three weeks more
        policy.givenNoPriorActivity()
                .when(new PublishSlaPolicy("SLA-1", Drafts.policy(SlaScope.EVERYTHING, nineHoursAWeek)))
                .expectSuccessfulHandlerExecution();
        policy.givenNoPriorActivity()
                .when(new PublishSlaPolicy("SLA-1", Drafts.policy(SlaScope.EVERYTHING, nineHoursAWeek + 2_000)))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        INVALID_VALUE,
                        "targets[0] would not come due within ten years: by the hours of CAL-1,"
                                + " 282800 business minutes take longer."));
    }

    @Test
    void refuses_to_be_for_exactly_the_tickets_of_another_policy() {
        ties.policyByScope.put(SlaScope.EVERYTHING, "SLA-2");
        policy.givenNoPriorActivity()
                .when(new PublishSlaPolicy("SLA-1", Drafts.policy(null, 30)))
                .expectNoEvents()
                .expectExceptionDetails(
                        new Refusal(SLA_SCOPE_TAKEN, "The policy SLA-2 is for exactly these tickets already."));
    }
}
