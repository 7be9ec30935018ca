package dev.callout.domain.customer;

import static dev.callout.api.RefusalCode.UNKNOWN_CONTACT;

import dev.callout.api.Refusal;
import dev.callout.api.customer.ChangeContact;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeContactTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    private final ChangeContact change = new ChangeContact("CUS-1", "CON-1", "Cara C.", null, "+49 30 12", "en");

    @Test
    void keeps_what_was_put_right() {
        customer.given(registered, new ContactAdded("CUS-1", "CON-1", "Cara", null, null, "de"))
                .when(change)
                .expectEvents(new ContactChanged("CUS-1", "CON-1", "Cara C.", null, "+49 30 12", "en"));
    }

    @Test
    void refuses_somebody_unknown() {
        customer.given(registered)
                .when(change)
                .expectExceptionDetails(new Refusal(UNKNOWN_CONTACT, "The customer has no contact CON-1."));
    }
}
