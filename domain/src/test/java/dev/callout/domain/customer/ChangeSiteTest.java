package dev.callout.domain.customer;

import static dev.callout.api.RefusalCode.UNKNOWN_SITE;

import dev.callout.api.Refusal;
import dev.callout.api.customer.ChangeSite;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.customer.SiteChanged;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeSiteTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    private final PostalAddress address = new PostalAddress("Main Street 1", "10115", "Berlin", "DE");
    private final ChangeSite change = new ChangeSite("CUS-1", "SIT-1", "Old office", address);

    @Test
    void keeps_what_was_put_right() {
        customer.given(registered, new SiteAdded("CUS-1", "SIT-1", "Head office", address))
                .when(change)
                .expectEvents(new SiteChanged("CUS-1", "SIT-1", "Old office", address));
    }

    @Test
    void refuses_an_unknown_place() {
        customer.given(registered)
                .when(change)
                .expectExceptionDetails(new Refusal(UNKNOWN_SITE, "The customer has no site SIT-1."));
    }
}
