package dev.callout.domain.customer;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.MarkCustomerVip;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MarkCustomerVipTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    @Test
    void has_the_customer_preferred_and_says_why() {
        customer.given(registered)
                .when(new MarkCustomerVip("CUS-1", "Largest contract"))
                .expectEvents(new CustomerMarkedVip("CUS-1", "Largest contract"));
    }

    @Test
    void says_nothing_new_the_second_time() {
        customer.given(registered, new CustomerMarkedVip("CUS-1", "Largest contract"))
                .when(new MarkCustomerVip("CUS-1", "Again"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
