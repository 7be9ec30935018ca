package dev.callout.query.audit;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Api.body;
import static dev.callout.query.Api.customer;
import static dev.callout.query.Api.read;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** The audit trail as an auditor reads it. */
@QueryTest
class AuditEventsIT {

    private static final Actor AUDITOR = new Actor("ACC-otto", Role.AUDITOR, null, null, "api");
    private static final String EVENTS = "/audit/events";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired Sealing sealing;
    private @Autowired SealedEvents sealed;

    private final String ticketId = Tickets.newId();
    private final String actor = "ACC-" + UUID.randomUUID();
    private final String command = UUID.randomUUID().toString();

    @BeforeEach
    void somebody_raises_a_ticket_and_somebody_else_assigns_it() {
        story.tellAs(
                Map.of(
                        "actor",
                        actor,
                        "role",
                        "CUSTOMER_USER",
                        "channel",
                        "api",
                        "commandId",
                        command,
                        "correlationId",
                        "cause-" + command,
                        "traceId",
                        "story-" + command),
                raised(ticketId));
        story.tellAs(
                Map.of("actor", "ACC-dana", "role", "DISPATCHER", "channel", "web", "traceId", "story-" + command),
                assigned(ticketId, "ACC-ana", null));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            sealing.catchUp();
            return sealed.lastSequence(ticketId) == 1;
        });
    }

    private List<String> found(String filter) {
        return JsonPath.read(body(api.get(AUDITOR, EVENTS + "?" + filter)), "$.items[*].eventId");
    }

    private List<String> ofTheTicket() {
        return found("aggregateId=" + ticketId + "&sort=recordedAt");
    }

    @Test
    void tells_who_did_what_because_of_what_and_when() {
        var answer = api.get(AUDITOR, EVENTS + "?ticket=" + ticketId + "&event=TicketRaised&count=true");

        assertThat(answer).hasStatusOk();
        assertThat(JsonPath.<Integer>read(body(answer), "$.total")).isEqualTo(1);
        assertThat(JsonPath.<Map<String, Object>>read(body(answer), "$.items[0]"))
                .containsEntry("event", "TicketRaised")
                .containsEntry("aggregateId", ticketId)
                .containsEntry("sequence", 0)
                .containsEntry("actor", actor)
                .containsEntry("role", "CUSTOMER_USER")
                .containsEntry("channel", "api")
                .containsEntry("commandId", command)
                .containsEntry("correlationId", "cause-" + command)
                .containsEntry("traceId", "story-" + command)
                .containsEntry("occurredAt", "2026-03-02T09:00:00Z");
        assertThat(read(answer, "$.items[0].payload.ticketId")).isEqualTo(ticketId);
        assertThat(read(answer, "$.items[0].recordedAt")).isNotBlank();
        assertThat(read(answer, "$.items[0].hash")).hasSize(64);
    }

    @Test
    void is_narrowed_by_whatever_an_auditor_knows() {
        var both = ofTheTicket();
        assertThat(both).hasSize(2);
        var raised = List.of(both.get(0));
        var number = Tickets.numberOf(ticketId);

        assertThat(found("ticket=" + number + "&sort=recordedAt")).isEqualTo(both);
        assertThat(found("actor=" + actor)).isEqualTo(raised);
        assertThat(found("commandId=" + command)).isEqualTo(raised);
        assertThat(found("correlationId=cause-" + command)).isEqualTo(raised);
        assertThat(found("traceId=story-" + command)).containsExactlyInAnyOrderElementsOf(both);
        assertThat(found("aggregateId=" + ticketId + "&role=CUSTOMER_USER")).isEqualTo(raised);
        assertThat(found("aggregateId=" + ticketId + "&channel=api")).isEqualTo(raised);
        assertThat(found("aggregateId=" + ticketId + "&event=TicketRaised&event=TicketAssigned"))
                .hasSize(2);
        assertThat(found("aggregateId=" + ticketId + "&occurredTo=2026-03-02T09:00:00.001Z"))
                .isEqualTo(raised);
        assertThat(found("aggregateId=" + ticketId + "&occurredFrom=2026-03-02T08:00:00.001-01:00"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(raised);
        assertThat(found("aggregateId=" + ticketId + "&recordedTo=2026-03-02T10:00:00Z"))
                .isEmpty();
        assertThat(found("aggregateId=" + ticketId + "&recordedFrom=2026-03-02T10:00:00Z"))
                .hasSize(2);
    }

    @Test
    void is_read_page_by_page_from_either_end() {
        for (var sort : List.of("recordedAt", "-recordedAt")) {
            var pages = new ArrayList<String>();
            var path = EVENTS + "?aggregateId=" + ticketId + "&pageSize=1&sort=" + sort;
            var answer = api.get(AUDITOR, path);
            for (;
                    body(answer).contains("\"next\"");
                    answer = api.get(AUDITOR, path + "&after=" + read(answer, "$.next"))) {
                pages.addAll(JsonPath.read(body(answer), "$.items[*].eventId"));
            }
            pages.addAll(JsonPath.read(body(answer), "$.items[*].eventId"));
            assertThat(pages).isEqualTo(found("aggregateId=" + ticketId + "&sort=" + sort));
        }
    }

    private String exported(String type, String filter) {
        var headers = new HttpHeaders();
        headers.set("Accept", type);
        var answer = api.get(AUDITOR, EVENTS + "?" + filter, headers);
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).startsWith(type);
        return body(answer);
    }

    @Test
    void is_exported_as_json_lines_from_its_beginning() {
        var lines = exported("application/x-ndjson", "aggregateId=" + ticketId)
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.stream().map(line -> JsonPath.<String>read(line, "$.eventId")))
                .isEqualTo(ofTheTicket());
        assertThat(JsonPath.<String>read(lines.get(1), "$.payload.technicianId"))
                .isEqualTo("ACC-ana");
    }

    @Test
    void is_exported_as_a_table_that_a_spreadsheet_can_open_without_danger() {
        var other = Tickets.newId();
        story.tellAs(Map.of("actor", "=HYPERLINK(\"http://evil.test\")", "channel", " @x"), raised(other));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            sealing.catchUp();
            return sealed.lastSequence(other) == 0;
        });
        var lines = exported("text/csv", "aggregateId=" + other).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("position,eventId,event,aggregateId,sequence,actor");
        assertThat(lines.get(1))
                .contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\"")
                .contains(",' @x,");
    }

    @Test
    void exports_hold_everything_however_much_it_is() {
        var all = exported("text/csv", "").lines().skip(1).count();
        assertThat(JsonPath.<Integer>read(body(api.get(AUDITOR, EVENTS + "?count=true&pageSize=1")), "$.total"))
                .isEqualTo((int) all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role=KING",
                "channel=telegraph",
                "event=TicketRaised&event=TicketSold",
                "recordedFrom=yesterday",
                "occurredTo=2026-03-02",
                "sort=actor",
                "pageSize=1000",
                "after=forged",
                "who=me"
            })
    void refuses_what_it_does_not_understand(String parameter) {
        assertThat(api.get(AUDITOR, EVENTS + "?" + parameter)).hasStatus(400);
    }

    @Test
    void says_so_when_there_is_nobody_and_nothing_to_narrow_by() {
        var nobody = api.get(AUDITOR, EVENTS + "?actor=ACC-nobody");
        assertThat(nobody).hasStatus(404);
        assertThat(read(nobody, "$.detail")).isEqualTo("There is no account 'ACC-nobody'.");
        var nothing = api.get(AUDITOR, EVENTS + "?ticket=TKT999999");
        assertThat(nothing).hasStatus(404);
        assertThat(read(nothing, "$.detail")).isEqualTo("There is no ticket 'TKT999999'.");
        assertThat(api.get(DISPATCHER, EVENTS + "?actor=ACC-nobody")).hasStatus(403);
    }

    @Test
    void refuses_a_page_of_an_export() {
        var headers = new HttpHeaders();
        headers.set("Accept", "text/csv");
        assertThat(api.get(AUDITOR, EVENTS + "?pageSize=1", headers)).hasStatus(400);
    }

    @Test
    void is_for_auditors_and_managers_alone() {
        var headers = new HttpHeaders();
        headers.set("Accept", "application/x-ndjson");
        for (var stranger : List.of(DISPATCHER, customer(Role.CUSTOMER_ADMIN, "CUS-1", "CON-1"))) {
            assertThat(api.get(stranger, EVENTS)).hasStatus(403);
            assertThat(api.get(stranger, EVENTS, headers)).hasStatus(403);
            assertThat(api.get(stranger, "/audit/checkpoints")).hasStatus(403);
            assertThat(api.get(stranger, "/audit/verification")).hasStatus(403);
            assertThat(api.post(stranger, "/audit/checkpoints")).hasStatus(403);
            assertThat(api.get(stranger, "/audit/tickets/" + ticketId + "/proof"))
                    .hasStatus(403);
        }
        var manager = new Actor("ACC-mia", Role.MANAGER, null, null, "api");
        assertThat(api.get(manager, EVENTS)).hasStatusOk();
        assertThat(api.post(manager, "/audit/checkpoints")).hasStatus(403);
    }
}
