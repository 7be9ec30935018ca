package dev.callout.domain.customer;

import static dev.callout.api.RefusalCode.ALREADY_EXISTS;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddContactTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    private final ContactAdded added =
            new ContactAdded("CUS-1", "CON-1", "Cara", "cara@acme.example", "+49 30 11", "de");

    @Test
    void names_a_person_to_talk_to() {
        customer.given(registered).when(add("CON-1")).expectEvents(added);
    }

    @Test
    void refuses_a_contact_that_is_known() {
        customer.given(registered, added)
                .when(add("CON-1"))
                .expectException(CommandRefused.class)
                .expectExceptionDetails(new Refusal(ALREADY_EXISTS, "This contact is known already."));
    }

    private static AddContact add(String contactId) {
        return new AddContact("CUS-1", contactId, "Cara", "cara@acme.example", "+49 30 11", "de");
    }
}
