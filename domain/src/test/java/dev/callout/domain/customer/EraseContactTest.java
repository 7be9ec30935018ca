package dev.callout.domain.customer;

import static dev.callout.api.RefusalCode.PERSON_ERASED;

import dev.callout.api.Refusal;
import dev.callout.api.customer.ChangeContact;
import dev.callout.api.customer.ChangeCustomerDetails;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.EraseContact;
import dev.callout.api.customer.EraseCustomer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EraseContactTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.CONSUMER, "Cara", "cara@home.example", "+49 30 1", "de", false);
    private final ContactAdded added = new ContactAdded("CUS-1", "CON-1", "Cara", null, null, "de");

    @Test
    void erases_a_contact_once() {
        customer.given(registered, added)
                .when(new EraseContact("CUS-1", "CON-1"))
                .expectEvents(new ContactErased("CUS-1", "CON-1"));
        customer.given(registered, added, new ContactErased("CUS-1", "CON-1"))
                .when(new EraseContact("CUS-1", "CON-1"))
                .expectNoEvents();
    }

    @Test
    void an_erased_contact_is_not_filled_with_life_again() {
        customer.given(registered, added, new ContactErased("CUS-1", "CON-1"))
                .when(new ChangeContact("CUS-1", "CON-1", "Cara", null, null, "de"))
                .expectExceptionDetails(new Refusal(PERSON_ERASED, "This contact was erased."));
    }

    @Test
    void erases_a_private_customer_once_and_for_ever() {
        customer.given(registered).when(new EraseCustomer("CUS-1")).expectEvents(new CustomerErased("CUS-1"));
        customer.given(registered, new CustomerErased("CUS-1"))
                .when(new EraseCustomer("CUS-1"))
                .expectNoEvents();
        customer.given(registered, new CustomerErased("CUS-1"))
                .when(new ChangeCustomerDetails("CUS-1", "Cara", null, null, "de"))
                .expectExceptionDetails(new Refusal(PERSON_ERASED, "This customer was erased."));
    }
}
