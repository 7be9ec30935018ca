package dev.callout.domain.customer;

import static dev.callout.api.RefusalCode.ALREADY_EXISTS;

import dev.callout.api.Refusal;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddSiteTest {

    private final FixtureConfiguration<Customer> customer = new AggregateTestFixture<>(Customer.class);
    private final CustomerRegistered registered = new CustomerRegistered(
            "CUS-1", CustomerKind.BUSINESS, "Acme", "desk@acme.example", "+49 30 1", "de", false);

    private final PostalAddress address = new PostalAddress("Main Street 1", "10115", "Berlin", "DE");
    private final AddSite add = new AddSite("CUS-1", "SIT-1", "Head office", address);

    @Test
    void names_a_place_to_go_to() {
        customer.given(registered).when(add).expectEvents(new SiteAdded("CUS-1", "SIT-1", "Head office", address));
    }

    @Test
    void refuses_a_site_that_is_known() {
        customer.given(registered, new SiteAdded("CUS-1", "SIT-1", "Head office", address))
                .when(add)
                .expectExceptionDetails(new Refusal(ALREADY_EXISTS, "This site is known already."));
    }
}
