package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.SLA_POLICY_RETIRED;
import static dev.callout.api.RefusalCode.SLA_SCOPE_TAKEN;

import dev.callout.api.Refusal;
import dev.callout.api.sla.ReviseSlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPolicyRetired;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.ticket.Priority;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReviseSlaPolicyTest {

    private final KnownTies ties = new KnownTies();
    private final FixtureConfiguration<Policy> policy =
            new AggregateTestFixture<>(Policy.class).registerInjectableResources(ties, Drafts.CLOCK);
    private final SlaPolicyDraft first = Drafts.policy(SlaScope.EVERYTHING, 30);
    private final SlaPolicyDraft second = Drafts.policy(SlaScope.EVERYTHING, 60);

    @Test
    void makes_the_next_version_and_leaves_the_first_alone() {
        ties.policyByScope.put(SlaScope.EVERYTHING, "SLA-1"); // its own scope is no rival
        policy.given(SlaPolicyPublished.of("SLA-1", 1, first))
                .when(new ReviseSlaPolicy("SLA-1", second))
                .expectEvents(SlaPolicyPublished.of("SLA-1", 2, second));
    }

    @Test
    void says_nothing_new_when_nothing_is() {
        policy.given(SlaPolicyPublished.of("SLA-1", 1, first), SlaPolicyPublished.of("SLA-1", 2, second))
                .when(new ReviseSlaPolicy("SLA-1", second))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void may_go_back_to_what_was_before() {
        policy.given(SlaPolicyPublished.of("SLA-1", 1, first), SlaPolicyPublished.of("SLA-1", 2, second))
                .when(new ReviseSlaPolicy("SLA-1", first))
                .expectEvents(SlaPolicyPublished.of("SLA-1", 3, first));
    }

    @Test
    void refuses_the_scope_of_another_policy() {
        var high = new SlaScope(null, null, null, Priority.HIGH, null);
        ties.policyByScope.put(high, "SLA-2");
        policy.given(SlaPolicyPublished.of("SLA-1", 1, first))
                .when(new ReviseSlaPolicy("SLA-1", Drafts.policy(high, 30)))
                .expectNoEvents()
                .expectExceptionDetails(
                        new Refusal(SLA_SCOPE_TAKEN, "The policy SLA-2 is for exactly these tickets already."));
    }

    @Test
    void refuses_a_retired_policy() {
        policy.given(SlaPolicyPublished.of("SLA-1", 1, first), new SlaPolicyRetired("SLA-1"))
                .when(new ReviseSlaPolicy("SLA-1", second))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(SLA_POLICY_RETIRED, "This policy is for new tickets no longer."));
    }
}
