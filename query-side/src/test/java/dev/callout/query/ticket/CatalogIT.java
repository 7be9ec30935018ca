package dev.callout.query.ticket;

import static dev.callout.query.Api.DISPATCHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Role;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QueryTest
class CatalogIT {

    private @Autowired Api api;

    @Test
    void tells_forms_what_a_ticket_can_be_made_of() {
        var catalog = api.get(DISPATCHER, "/service-desk/catalog");
        assertThat(catalog).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"categories":["HARDWARE","SOFTWARE","NETWORK","OTHER"],
                 "sorts":["-raisedAt","raisedAt","priority","-lastActivityAt","number"]}
                """);
        assertThat(catalog).bodyJson().extractingPath("$.channels").asArray().hasSize(8);
        assertThat(catalog).bodyJson().extractingPath("$.statuses").asArray().hasSize(9);
    }

    @Test
    void the_rights_to_a_status_are_those_of_the_steps_that_lead_there() {
        var answer = api.get(Api.customer(Role.CUSTOMER_USER, "CUS-acme", "CON-jo"), "/service-desk/catalog");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.statuses[?(@.status=='ASSIGNED')].setBy[*]")
                .asArray()
                .contains("DISPATCHER")
                .doesNotContain("CUSTOMER_USER");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.statuses[?(@.status=='REOPENED')].setBy[*]")
                .asArray()
                .contains("CUSTOMER_USER");
    }
}
