package dev.callout.domain.customer;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.MarkCustomerVip;
import dev.callout.api.customer.RegisterCustomer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RegisterCustomerTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    @Test
    void keeps_all_that_was_said() {
        customer.givenNoPriorActivity()
                .when(new RegisterCustomer(
                        "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false))
                .expectEvents(registered);
    }

    @Test
    void may_be_preferred_from_the_start() {
        customer.given(new CustomerRegistered("CUS-1", CustomerKind.CONSUMER, "Ann", null, null, "en", true))
                .when(new MarkCustomerVip("CUS-1", "Again"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
