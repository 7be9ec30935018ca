package dev.callout.domain.customer;

import dev.callout.api.customer.AgreeOnPlan;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerPlanAgreed;
import dev.callout.api.customer.CustomerRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AgreeOnPlanTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered =
            new CustomerRegistered("CUS-1", CustomerKind.BUSINESS, "Acme", null, null, "de", false);
    private final CustomerPlanAgreed premium = new CustomerPlanAgreed("CUS-1", "Premium");

    @Test
    void settles_the_plan() {
        customer.given(registered).when(new AgreeOnPlan("CUS-1", "Premium")).expectEvents(premium);
    }

    @Test
    void says_nothing_new_the_second_time() {
        customer.given(registered, premium)
                .when(new AgreeOnPlan("CUS-1", "Premium"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void ends_the_plan() {
        customer.given(registered, premium)
                .when(new AgreeOnPlan("CUS-1", null))
                .expectEvents(new CustomerPlanAgreed("CUS-1", null));
    }

    @Test
    void has_none_to_end_at_first() {
        customer.given(registered).when(new AgreeOnPlan("CUS-1", null)).expectNoEvents();
    }
}
