package dev.callout.domain.sla;

import static dev.callout.api.RefusalCode.SLA_POLICY_IN_USE;

import dev.callout.api.Refusal;
import dev.callout.api.sla.RetireSlaPolicy;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPolicyRetired;
import dev.callout.api.sla.SlaScope;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RetireSlaPolicyTest {

    private final KnownTies ties = new KnownTies();
    private final FixtureConfiguration<Policy> policy =
            new AggregateTestFixture<>(Policy.class).registerInjectableResource(ties);
    private final SlaPolicyPublished published =
            SlaPolicyPublished.of("SLA-1", 1, Drafts.policy(SlaScope.EVERYTHING, 30));

    @Test
    void promises_it_to_nobody_new() {
        policy.given(published).when(new RetireSlaPolicy("SLA-1")).expectEvents(new SlaPolicyRetired("SLA-1"));
    }

    @Test
    void says_nothing_new_the_second_time() {
        policy.given(published, new SlaPolicyRetired("SLA-1"))
                .when(new RetireSlaPolicy("SLA-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_while_a_customer_is_assigned_to_it() {
        ties.assigned.add("SLA-1");
        policy.given(published)
                .when(new RetireSlaPolicy("SLA-1"))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        SLA_POLICY_IN_USE, "A customer's tickets all follow this policy; assign another first."));
    }
}
