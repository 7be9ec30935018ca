package dev.callout.domain.customer;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.RemoveVipMark;
import dev.callout.api.customer.VipMarkRemoved;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RemoveVipMarkTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    @Test
    void ends_the_preference_and_says_why() {
        customer.given(registered, new CustomerMarkedVip("CUS-1", "Largest contract"))
                .when(new RemoveVipMark("CUS-1", "Contract ended"))
                .expectEvents(new VipMarkRemoved("CUS-1", "Contract ended"));
    }

    @Test
    void says_nothing_about_a_customer_who_was_not_preferred() {
        customer.given(registered)
                .when(new RemoveVipMark("CUS-1", "Contract ended"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
