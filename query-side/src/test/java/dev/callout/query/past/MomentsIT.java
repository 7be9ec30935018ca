package dev.callout.query.past;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Api.body;
import static dev.callout.query.Api.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** How a moment is asked for, of tickets and of customers, and what is no moment. */
@QueryTest
class MomentsIT {

    private static final String TICKETS = "/service-desk/tickets";

    private @Autowired Story story;
    private @Autowired Api api;

    @Test
    void customers_are_shown_as_they_were_known() {
        var customer = "CUS-" + UUID.randomUUID();
        var word = "Zoe" + System.nanoTime();
        story.tell(new CustomerRegistered(customer, CustomerKind.BUSINESS, word, "a@example.org", null, null, false));
        var registered = Instant.now();
        LockSupport.parkNanos(2_000_000); // events are stored with the millisecond they were recorded in
        story.tell(
                new CustomerDetailsChanged(customer, "New " + word, "b@example.org", null, null),
                new ContactAdded(customer, "CON-1", "Jo", null, null, null),
                new CustomerMarkedVip(customer, "loyal"));
        var path = "/customers/" + customer;
        var then = "?asOf=" + registered;
        var now = "?asOf=" + Instant.now();

        assertThat(read(api.get(DISPATCHER, path + then), "$.name")).isEqualTo(word);
        assertThat(api.get(DISPATCHER, path + then))
                .bodyJson()
                .extractingPath("$.contacts")
                .asArray()
                .isEmpty();
        assertThat(api.get(DISPATCHER, path + then)).hasHeader(HttpHeaders.ETAG, "\"0\"");
        assertThat(body(api.get(DISPATCHER, path + now))).isEqualTo(body(api.get(DISPATCHER, path)));
        assertThat(api.get(DISPATCHER, path + "?asOf=2020-01-01T00:00:00Z")).hasStatus(404);
        assertThat(api.get(Api.customer(Role.GUEST, "CUS-another", "CON-2"), path + then))
                .hasStatus(404);

        var list = "/customers" + then + "&count=true&text=" + word;
        assertThat(JsonPath.<List<String>>read(body(api.get(DISPATCHER, list)), "$.items[*].name"))
                .containsExactly(word);
        assertThat(body(api.get(DISPATCHER, "/customers" + now + "&text=" + word)))
                .isEqualTo(body(api.get(DISPATCHER, "/customers?text=" + word)));
        assertThat(body(api.get(DISPATCHER, "/customers?asOf=2020-01-01T00:00:00Z&count=true")))
                .isEqualTo("{\"items\":[],\"total\":0}");
    }

    @Test
    void whose_a_ticket_is_is_decided_today() {
        var ticket = Tickets.newId();
        var number = Tickets.numberOf(ticket);
        story.tell(Tickets.raised(ticket));
        var raised = Instant.now();
        story.tell(new ReporterChanged(ticket, "CON-sam", "SIT-main", Instant.now()));
        var jo = Api.customer(Role.CUSTOMER_USER, "CUS-acme", "CON-jo");
        var sam = Api.customer(Role.CUSTOMER_USER, "CUS-acme", "CON-sam");

        assertThat(read(api.get(sam, TICKETS + "/" + ticket + "?asOf=" + raised), "$.contact.id"))
                .isEqualTo("CON-jo");
        assertThat(api.get(jo, TICKETS + "/" + ticket + "?asOf=" + raised)).hasStatus(404);
        var list = TICKETS + "?text=" + number + "&asOf=" + raised;
        assertThat(read(api.get(sam, list), "$.items[0].contact.id")).isEqualTo("CON-jo");
        assertThat(body(api.get(jo, list))).isEqualTo("{\"items\":[]}");
    }

    @Test
    void staff_may_look_through_the_customers_eyes() {
        var ticket = Tickets.newId();
        story.tell(Tickets.raised(ticket));
        var path = TICKETS + "/" + ticket + "?view=customer";
        var customer = Api.customer(Role.CUSTOMER_ADMIN, "CUS-acme", "CON-jo");

        assertThat(body(api.get(DISPATCHER, path))).isEqualTo(body(api.get(customer, TICKETS + "/" + ticket)));
        assertThat(body(api.get(DISPATCHER, path + "&asOf=" + Instant.now())))
                .isEqualTo(body(api.get(customer, TICKETS + "/" + ticket)));
        assertThat(api.get(DISPATCHER, TICKETS + "/" + ticket + "?view=staff")).hasStatus(400);
    }

    @Test
    void what_was_recorded_later_is_left_out_when_asked_to() {
        var ticket = Tickets.newId();
        story.tell(Tickets.raised(ticket));
        var before = read(api.get(DISPATCHER, TICKETS + "/" + ticket + "/history"), "$.items[0].recordedAt");
        story.tell(new PriorityChanged(ticket, "CON-jo", Priority.URGENT, "ACC-dana", "told late", Story.at("10:00")));
        var path = TICKETS + "/" + ticket + "?asOf=2026-03-02T11:00:00Z";
        var list = TICKETS + "?asOf=2026-03-02T11:00:00Z&text=" + Tickets.numberOf(ticket);

        assertThat(read(api.get(DISPATCHER, path), "$.priority")).isEqualTo("URGENT");
        assertThat(read(api.get(DISPATCHER, path + "&knownAt=" + before), "$.priority"))
                .isEqualTo("HIGH");
        assertThat(read(api.get(DISPATCHER, list), "$.items[0].priority")).isEqualTo("URGENT");
        assertThat(read(api.get(DISPATCHER, list + "&knownAt=" + before), "$.items[0].priority"))
                .isEqualTo("HIGH");
        assertThat(body(api.get(DISPATCHER, list + "&knownAt=2026-03-02T11:00:00Z")))
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void ages_are_those_of_then() {
        var ticket = Tickets.newId();
        story.tell(Tickets.raised(ticket)); // at nine
        var list = TICKETS + "?asOf=2026-03-02T11:00:00Z&text=" + Tickets.numberOf(ticket) + "&ageMoreThan=";

        assertThat(read(api.get(DISPATCHER, list + "PT1H59M"), "$.items[0].ticketId"))
                .isEqualTo(ticket);
        assertThat(body(api.get(DISPATCHER, list + "PT2H1M"))).isEqualTo("{\"items\":[]}");
    }

    @Test
    void counts_are_those_of_then() {
        var ticket = Tickets.newId();
        var technician = "ACC-of-" + ticket;
        story.tell(Tickets.raised(ticket)); // at nine
        var before = Instant.now().minusMillis(1); // as exact as recorded times are
        story.tell(new TicketAssigned(ticket, "CON-jo", technician, null, "told late", Story.at("10:00")));
        var counts = TICKETS + "/counts?asOf=";
        var counted = "\"value\":\"" + technician + "\",\"label\":\"" + technician + "\",\"open\":1,\"total\":1";

        assertThat(body(api.get(DISPATCHER, counts + Instant.now())))
                .contains(counted)
                .isEqualTo(body(api.get(DISPATCHER, TICKETS + "/counts")));
        assertThat(body(api.get(DISPATCHER, counts + "2026-03-02T11:00:00Z"))).contains(counted);
        assertThat(body(api.get(DISPATCHER, counts + "2026-03-02T09:59:00Z"))).doesNotContain(technician);
        assertThat(body(api.get(DISPATCHER, counts + "2026-03-02T11:00:00Z&knownAt=" + before)))
                .doesNotContain(technician);
    }

    @Test
    void my_tickets_are_those_of_then() {
        var ticket = Tickets.newId();
        story.tell(
                Tickets.raised(ticket),
                new TicketAssigned(ticket, "CON-jo", "ACC-dana", null, null, Story.at("10:00")));
        var mine = TICKETS + "/mine?asOf=2026-03-02T";

        assertThat(body(api.get(DISPATCHER, mine + "10:00:00Z"))).contains(ticket);
        assertThat(body(api.get(DISPATCHER, mine + "09:59:59Z"))).doesNotContain(ticket);
        assertThat(body(api.get(DISPATCHER, TICKETS + "/mine"))).contains(ticket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/counts", "/mine", ""})
    void what_a_read_never_hears_of_is_not_waited_for(String read) {
        var headers = new HttpHeaders();
        headers.set("Callout-Wait-For", "BLK-none@0");
        assertThat(api.get(DISPATCHER, TICKETS + read, headers)).hasStatus(200).doesNotContainHeader("Callout-Stale");
        headers.set("Callout-Wait-For", "CUS-none@0"); // its name stands there
        assertThat(api.get(DISPATCHER, TICKETS + read, headers)).hasStatus(200).hasHeader("Callout-Stale", "true");
    }

    @Test
    void a_customer_of_then_can_be_waited_for() {
        var headers = new HttpHeaders();
        headers.set("Callout-Wait-For", "CUS-acme@999");
        assertThat(api.get(DISPATCHER, "/customers/CUS-acme?asOf=" + Instant.now(), headers))
                .hasHeader("Callout-Stale", "true");
    }

    @Test
    void a_list_of_then_can_be_waited_for() {
        var ticket = Tickets.newId();
        story.tell(Tickets.raised(ticket));
        var path = TICKETS + "?asOf=" + Instant.now();
        var headers = new HttpHeaders();
        headers.set("Callout-Wait-For", ticket + "@0");
        assertThat(api.get(DISPATCHER, path, headers)).hasStatus(200).doesNotContainHeader("Callout-Stale");
        headers.set("Callout-Wait-For", ticket + "@1");
        assertThat(api.get(DISPATCHER, path, headers)).hasStatus(200).hasHeader("Callout-Stale", "true");
    }

    @Test
    void a_page_leads_on_at_the_same_moment_only() {
        var at = Instant.now().minus(Duration.ofDays(30));
        story.tell(
                Tickets.raised(Tickets.newId(), "CUS-pages", "One", Priority.LOW, at),
                Tickets.raised(Tickets.newId(), "CUS-pages", "Two", Priority.LOW, at));
        var list = TICKETS + "?pageSize=1&customer=CUS-pages&asOf=";
        var today = Instant.now().toString();
        var next = read(api.get(DISPATCHER, list + today), "$.next");

        assertThat(api.get(DISPATCHER, list + today + "&after=" + next)).hasStatus(200);
        assertThat(api.get(DISPATCHER, list + at.plusSeconds(1) + "&after=" + next))
                .hasStatus(400);
        assertThat(api.get(DISPATCHER, list + today + "&knownAt=" + today + "&after=" + next))
                .hasStatus(400);
        assertThat(api.get(DISPATCHER, TICKETS + "?pageSize=1&customer=CUS-pages&after=" + next))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-02",
                "2026-03-02T10:00:00",
                "1767608130",
                "2026-02-30T10:00:00Z",
                "-0005-01-01T00:00:00Z",
                "+12026-01-01T00:00:00Z"
            })
    void what_is_no_moment_is_refused(String text) {
        for (var path : List.of(TICKETS, TICKETS + "/TKT1", TICKETS + "/TKT1/history", "/customers", "/customers/C")) {
            assertThat(read(api.get(DISPATCHER, path + "?asOf={text}", text), "$.code"))
                    .isEqualTo("INVALID_FILTER");
            assertThat(read(api.get(DISPATCHER, path + "?asOf=2026-01-01T00:00:00Z&knownAt={text}", text), "$.code"))
                    .isEqualTo("INVALID_FILTER");
            assertThat(read(api.get(DISPATCHER, path + "?knownAt=2026-01-01T00:00:00Z"), "$.code"))
                    .isEqualTo("INVALID_FILTER");
        }
    }

    @Test
    void a_plus_that_became_a_blank_is_recognized() {
        assertThat(read(api.get(DISPATCHER, TICKETS + "?asOf={text}", "2026-03-02T10:00:00 01:00"), "$.detail"))
                .endsWith("write the + of the offset as %2B.");
    }

    @ParameterizedTest
    @CsvSource({"PT2M10S, 400", "P1D, 400", "P9000D, 400", "PT1M30S, 200", "PT-1S, 200"})
    void the_future_is_not_known(Duration ahead, int status) {
        var moment = Instant.now().plus(ahead);
        for (var asked : List.of("asOf=" + moment, "asOf=2026-01-01T00:00:00Z&knownAt=" + moment)) {
            var answer = api.get(DISPATCHER, TICKETS + "?" + asked);
            assertThat(answer).hasStatus(status);
            if (status == 400) {
                assertThat(read(answer, "$.errors[0].code")).isEqualTo("IN_THE_FUTURE");
            }
        }
    }

    @Test
    void an_offset_counts() {
        var ticket = Tickets.newId();
        story.tell(Tickets.raised(ticket)); // at nine, UTC
        var path = TICKETS + "/" + ticket + "?asOf={time}";
        assertThat(api.get(DISPATCHER, path, "2026-03-02T10:00:00+01:00")).hasStatus(200);
        assertThat(api.get(DISPATCHER, path, "2026-03-02T09:59:59+01:00")).hasStatus(404);
    }
}
