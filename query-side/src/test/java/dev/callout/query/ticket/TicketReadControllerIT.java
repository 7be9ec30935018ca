package dev.callout.query.ticket;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.numberOf;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@QueryTest
class TicketReadControllerIT {

    private static final String TICKETS = "/service-desk/tickets";

    private @Autowired Story story;
    private @Autowired Api api;

    private final String ticketId = Tickets.newId();
    private final String technician = "ACC-" + UUID.randomUUID();

    @Test
    void shows_the_whole_ticket_by_id_and_by_number() {
        story.tell(
                new AccountOpened(technician, technician, "Ana Costa", Role.TECHNICIAN, null, null, "en"),
                raised(ticketId),
                assigned(ticketId, technician, null),
                comment(ticketId, AuthorKind.STAFF, "On my way", true, "09:20"),
                new NoteAdded(ticketId, "N", technician, "CON-jo", "Bring a fuser", null, at("09:25")),
                new TicketResolved(ticketId, technician, "CON-jo", "New fuser", false, at("11:00")),
                new TicketReopened(ticketId, 2, "ACC-jo", "CON-jo", "Hums again", technician, at("15:00")));
        var answer = api.get(DISPATCHER, TICKETS + "/" + ticketId);
        assertThat(answer).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"5\"");
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"status":"REOPENED","clientStatus":"ASSIGNED","billingStatus":"NOT_BILLABLE","reopenCount":1,
                 "technician":{"name":"Ana Costa"},"responseTime":"PT20M","firstResponseAt":"2026-03-02T09:20:00Z",
                 "conversation":[{"internal":false,"body":"On my way"},{"internal":true,"body":"Bring a fuser"}],
                 "assignments":[{"reason":"nearest technician","from":"2026-03-02T09:10:00Z","until":null}],
                 "cycles":[{"cycle":1,"workDone":"New fuser","resolvedAt":"2026-03-02T11:00:00Z"},
                           {"cycle":2,"startedAt":"2026-03-02T15:00:00Z","reason":"Hums again","resolvedAt":null}]}
                """);
        assertThat(api.get(DISPATCHER, TICKETS + "/" + numberOf(ticketId)))
                .bodyJson()
                .extractingPath("$.ticketId")
                .isEqualTo(ticketId);
    }

    @Test
    void does_not_know_a_ticket_that_was_never_raised() {
        assertThat(api.get(DISPATCHER, TICKETS + "/TCK-none")).hasStatus(404);
    }

    @Test
    void narrows_the_list_and_leads_on_to_the_next_page() {
        var title = UUID.randomUUID().toString();
        for (var i = 0; i < 3; i++) {
            story.tell(raised(
                    Tickets.newId(), "CUS-acme", title, dev.callout.api.ticket.Priority.LOW, at("1" + i + ":00")));
        }
        var first = api.get(DISPATCHER, TICKETS + "?text=" + title + "&pageSize=2&count=true&sort=raisedAt");
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(first)
                .bodyJson()
                .extractingPath("$.items[*].raisedAt")
                .asArray()
                .hasSize(2);
        var next = Api.read(first, "$.next");
        var second = api.get(DISPATCHER, TICKETS + "?text=" + title + "&pageSize=2&sort=raisedAt&after=" + next);
        assertThat(second)
                .bodyJson()
                .extractingPath("$.items[*].raisedAt")
                .asArray()
                .containsExactly("2026-03-02T12:00:00Z");
        assertThat(second).bodyJson().doesNotHavePath("$.next");
        assertThat(api.get(DISPATCHER, TICKETS + "?sort=number&after=" + next)).hasStatus(400);
    }

    @Test
    void refuses_parameters_sort_orders_and_values_that_do_not_exist() {
        for (var wrong :
                new String[] {"colour=red", "sort=colour", "status=LOST", "ageMoreThan=long", "escalated=maybe"}) {
            var answer = api.get(DISPATCHER, TICKETS + "?" + wrong);
            assertThat(answer).hasStatus(400);
            assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("INVALID_FILTER");
        }
    }

    @Test
    void finds_both_ways_of_waiting_under_pending() {
        assertThat(api.get(DISPATCHER, TICKETS + "?status=PENDING,RESOLVED&priority=HIGH"))
                .hasStatusOk();
    }

    @Test
    void waits_for_a_change_but_not_for_ever() {
        story.tell(raised(ticketId));
        var reached = new HttpHeaders();
        reached.set("Callout-Wait-For", ticketId + "@0");
        assertThat(api.get(DISPATCHER, TICKETS + "/" + ticketId, reached))
                .hasStatusOk()
                .doesNotContainHeader("Callout-Stale");
        var never = new HttpHeaders();
        never.set("Callout-Wait-For", ticketId + "@99");
        var before = System.nanoTime();
        assertThat(api.get(DISPATCHER, TICKETS, never)).hasStatusOk().hasHeader("Callout-Stale", "true");
        assertThat(System.nanoTime() - before).isBetween(1_500_000_000L, 3_000_000_000L);
    }
}
