package dev.callout.domain.customer;

import dev.callout.api.customer.ChangeCustomerDetails;
import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeCustomerDetailsTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    @Test
    void keeps_the_new_details() {
        customer.given(registered)
                .when(new ChangeCustomerDetails("CUS-1", "Acme Ltd", "help@acme.example", "+49 30 2", "en"))
                .expectEvents(new CustomerDetailsChanged("CUS-1", "Acme Ltd", "help@acme.example", "+49 30 2", "en"))
                .expectResultMessagePayload(1L);
    }
}
