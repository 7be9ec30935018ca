package dev.callout.domain.customer;

import dev.callout.api.customer.AssignSlaPolicy;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.CustomerSlaPolicyAssigned;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AssignSlaPolicyTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered =
            new CustomerRegistered("CUS-1", CustomerKind.BUSINESS, "Acme", null, null, "de", false);
    private final CustomerSlaPolicyAssigned fast = new CustomerSlaPolicyAssigned("CUS-1", "SLA-1");

    @Test
    void has_all_tickets_follow_it() {
        customer.given(registered).when(new AssignSlaPolicy("CUS-1", "SLA-1")).expectEvents(fast);
    }

    @Test
    void says_nothing_new_the_second_time() {
        customer.given(registered, fast)
                .when(new AssignSlaPolicy("CUS-1", "SLA-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void lets_the_rules_choose_again() {
        customer.given(registered, fast)
                .when(new AssignSlaPolicy("CUS-1", null))
                .expectEvents(new CustomerSlaPolicyAssigned("CUS-1", null));
    }

    @Test
    void lets_them_choose_at_first() {
        customer.given(registered).when(new AssignSlaPolicy("CUS-1", null)).expectNoEvents();
    }
}
