package dev.callout.query.customer;

import static dev.callout.query.Api.DISPATCHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.customer.SiteChanged;
import dev.callout.api.customer.VipMarkRemoved;
import dev.callout.api.identity.Role;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@QueryTest
class CustomersIT {

    private static final String CUSTOMERS = "/customers";

    private @Autowired Story story;
    private @Autowired Api api;

    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String name = "Acme " + UUID.randomUUID();

    @Test
    void knows_a_customer_as_the_last_change_left_it() {
        story.tell(
                registered(customerId, "Old name"),
                new ContactAdded(customerId, "CON-jo", "Jo", "jo@acme.example", null, "en"),
                new SiteAdded(customerId, "SIT-1", "Plant", new PostalAddress("Mill Lane 1", "8000", "Zurich", "CH")),
                new CustomerDetailsChanged(customerId, name, "desk@acme.example", "+41 44 000 00 00", "de"),
                new ContactChanged(customerId, "CON-jo", "Jo Reed", "reed@acme.example", null, "fr"),
                new SiteChanged(customerId, "SIT-1", "Works", new PostalAddress("Mill Lane 2", "8001", "Zurich", "CH")),
                new CustomerMarkedVip(customerId, "largest contract"));
        assertThat(api.get(DISPATCHER, CUSTOMERS + "/" + customerId))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"6\"")
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"name":"%s","email":"desk@acme.example","language":"de","vip":true,
                         "contacts":[{"contactId":"CON-jo","name":"Jo Reed","email":"reed@acme.example","language":"fr"}],
                         "sites":[{"siteId":"SIT-1","name":"Works","address":{"street":"Mill Lane 2","postalCode":"8001"}}]}
                        """.formatted(name));
        story.tell(new VipMarkRemoved(customerId, "contract ended"));
        assertThat(api.get(DISPATCHER, CUSTOMERS + "/" + customerId))
                .bodyJson()
                .extractingPath("$.vip")
                .isEqualTo(false);
    }

    @Test
    void finds_customers_by_text_page_by_page() {
        story.tell(
                registered(customerId, name + " two"),
                registered("CUS-" + UUID.randomUUID(), name + " one"),
                registered("CUS-" + UUID.randomUUID(), "Other"));
        var query = CUSTOMERS + "?text=" + name.toUpperCase() + "&pageSize=1&count=true";
        var first = api.get(DISPATCHER, query);
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(2);
        assertThat(first).bodyJson().extractingPath("$.items[*].name").asArray().containsExactly(name + " one");
        assertThat(api.get(DISPATCHER, query + "&after=" + Api.read(first, "$.next")))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly(name + " two");
    }

    @Test
    void the_list_is_for_staff_and_what_does_not_exist_is_not_found() {
        assertThat(api.get(Api.customer(Role.CUSTOMER_ADMIN, customerId, "CON-jo"), CUSTOMERS))
                .hasStatus(403);
        assertThat(api.get(DISPATCHER, CUSTOMERS + "/CUS-none")).hasStatus(404);
    }

    private static CustomerRegistered registered(String customerId, String name) {
        return new CustomerRegistered(customerId, CustomerKind.BUSINESS, name, "a@acme.example", null, "en", false);
    }
}
