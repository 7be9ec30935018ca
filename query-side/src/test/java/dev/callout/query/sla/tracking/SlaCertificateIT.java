package dev.callout.query.sla.tracking;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.SlaBreachDisputed;
import dev.callout.api.ticket.SlaBreached;
import dev.callout.api.ticket.SlaDisputeDecided;
import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** N-03: the certificate tells what is stored, with the times at which it was stored. */
@QueryTest
class SlaCertificateIT {

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired Api api;

    private final Terms terms = new Terms();
    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String ticket = Tickets.newId();
    private final String certificate =
            "/service-desk/sla-tracking/" + ticket + "/certificate?asOf=2026-03-02T13:00:00Z";

    @BeforeEach
    void a_response_that_was_told_after_it_was_taken_for_missed() {
        terms.publish(appends);
        story.tell(new CustomerRegistered(customerId, CustomerKind.BUSINESS, "Łódź Print", null, null, null, false));
        appends.commit(List.of(
                recorded(0, "10:00", terms.raised(ticket, customerId, Priority.URGENT, at("10:00"))),
                recorded(
                        1,
                        "10:30",
                        new SlaBreached(
                                ticket,
                                SlaClock.RESPONSE,
                                1,
                                at("10:30"),
                                false,
                                terms.policyId,
                                1,
                                null,
                                null,
                                at("10:30"))),
                recorded(2, "11:40", Tickets.comment(ticket, AuthorKind.STAFF, "On my way", true, "10:25")),
                recorded(
                        3,
                        "11:40",
                        new SlaBreachDisputed(ticket, SlaClock.RESPONSE, 1, at("10:25"), "ACC-ana", at("11:40"))),
                recorded(
                        4,
                        "12:00",
                        new SlaDisputeDecided(
                                ticket, SlaClock.RESPONSE, 1, true, "ACC-max", null, null, at("12:00")))));
        story.settle();
    }

    private EventMessage<?> recorded(long version, String time, Object event) {
        Instant when = at(time);
        return new GenericDomainEventMessage<>("Any", ticket, version, new GenericMessage<>(event), when);
    }

    @Test
    void says_what_was_recorded_at_the_time_and_what_later() {
        assertThat(api.get(DISPATCHER, certificate)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"title":"No print","customer":{"name":"Łódź Print"},"priority":"URGENT","zone":"UTC",
                 "toldLate":[{"event":"CommentAdded","version":2,"happenedAt":"2026-03-02T10:25:00Z",
                   "recordedAt":"2026-03-02T11:40:00Z"}],
                 "clocks":[{"standing":{"clock":"RESPONSE","verdict":"MET"},
                   "breach":{"event":"SlaBreached","version":1,"recordedAt":"2026-03-02T10:30:00Z"},
                   "endedBy":{"event":"CommentAdded","version":2},
                   "intervals":[{"late":false,"begunBy":{"event":"TicketRaised","version":0}}]},
                  {"standing":{"clock":"RESOLUTION"},"breach":null,"endedBy":null}]}
                """);
    }

    @Test
    void says_that_the_breach_stands_before_somebody_accepted_what_was_told_later() {
        assertThat(api.get(DISPATCHER, certificate.replace("13:00", "11:50")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"clocks":[{"standing":{"clock":"RESPONSE","verdict":"MISSED","actualReportedLate":true,
                           "dispute":{"state":"PENDING","reportedBy":"ACC-ana"}}},
                          {"standing":{"clock":"RESOLUTION"}}]}
                        """);
    }

    @Test
    void tells_the_customer_the_same() {
        var boss = Api.customer(Role.CUSTOMER_ADMIN, customerId, "CON-boss");
        assertThat(Api.body(api.get(boss, certificate)))
                .contains("No print", "Łódź Print", "A breach was recorded on Mon 2 Mar 2026, 10:30:00 UTC")
                .contains("A second person accepted it on Mon 2 Mar 2026, 12:00:00 UTC: the breach is excused.");
    }
}
