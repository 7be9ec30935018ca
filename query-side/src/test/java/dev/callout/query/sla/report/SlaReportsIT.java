package dev.callout.query.sla.report;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Api.TECHNICIAN;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.comment;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.ResumeCause;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkResumed;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.SetClock;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** SR-01 to SR-05, K-12, K-13, and the three numbers of a reopened ticket. */
@QueryTest
class SlaReportsIT {

    private static final String REPORTS = "/service-desk/sla-reports/";
    private static final String PERIOD = "from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z";

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired Api api;
    private @Autowired SetClock clock;

    private final Terms terms = new Terms();
    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String ana = "ACC-" + UUID.randomUUID();
    private final String bo = "ACC-" + UUID.randomUUID();

    @BeforeEach
    void publish() {
        terms.publish(appends);
        clock.show(Instant.parse("2026-03-20T12:00:00Z"));
        story.tell(new CustomerRegistered(
                customerId, CustomerKind.BUSINESS, "=cmd|' /C calc'!A1", "a@acme.example", null, "en", false));
    }

    @AfterEach
    void let_the_clock_go_on() {
        clock.show(null);
    }

    private MvcTestResult report(String which) {
        return api.get(ADMIN, REPORTS + which + "?" + PERIOD + "&customer=" + customerId);
    }

    private static <T> T read(MvcTestResult answer, String path) {
        assertThat(answer).hasStatusOk();
        return JsonPath.read(Api.body(answer), path);
    }

    private String raised(Priority priority, String time) {
        var ticket = Tickets.newId();
        story.tell(terms.raised(ticket, customerId, priority, at(time)));
        return ticket;
    }

    private void answeredAndResolved(String ticket, String technician, String answered, String resolved) {
        story.tell(
                comment(ticket, AuthorKind.STAFF, "Hello", true, answered),
                new TicketResolved(ticket, technician, "CON-jo", "Fixed", false, at(resolved)));
    }

    @Test
    void counts_each_promise_by_itself_and_a_ticket_as_met_when_all_of_them_were() {
        answeredAndResolved(raised(Priority.URGENT, "10:00"), ana, "10:10", "12:00");
        answeredAndResolved(raised(Priority.URGENT, "10:00"), ana, "11:00", "13:45"); // the guide calls this met
        answeredAndResolved(raised(Priority.HIGH, "10:00"), bo, "10:10", "17:00");
        var open = raised(Priority.LOW, "10:00");
        story.tell(assigned(open, ana, "TEA-net"));
        var answer = report("compliance");
        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"total":{"tickets":4,"allMet":{"met":2,"missed":2,"percent":50.0},
                  "clocks":[
                    {"clock":"RESPONSE","rate":{"met":2,"missed":2,"percent":50.0},"running":0},
                    {"clock":"ARRIVAL","rate":{"met":0,"missed":0,"percent":null}},
                    {"clock":"RESOLUTION","rate":{"met":3,"missed":1,"percent":75.0}}],
                  "penalties":[{"amount":50.00,"currency":"EUR"}]},
                 "trend":[{"key":"2026-03","tickets":4}],
                 "byPriority":[{"key":"LOW","tickets":1},{"key":"HIGH","tickets":1},{"key":"URGENT","tickets":2}],
                 "byCategory":[{"key":"Hardware"}],
                 "byTeam":[{"key":"TEA-net","tickets":1}]}
                """);
        assertThat(api.get(ADMIN, REPORTS + "compliance?" + PERIOD + "&trend=week&customer=" + customerId))
                .bodyJson()
                .extractingPath("$.trend[0].key")
                .isEqualTo("2026-W10");
        assertThat(api.get(ADMIN, REPORTS + "compliance?" + PERIOD + "&priority=HIGH&customer=" + customerId))
                .bodyJson()
                .extractingPath("$.total.tickets")
                .isEqualTo(1);
    }

    @Test
    void are_as_they_would_have_been_at_a_moment_of_the_past() {
        var ticket = raised(Priority.URGENT, "10:00");
        var before = Instant.now().minusMillis(1); // as exact as recorded times are
        answeredAndResolved(ticket, ana, "10:10", "12:00");

        assertThat(report("compliance", "10:05")).bodyJson().isLenientlyEqualTo("""
                {"total":{"tickets":1,"clocks":[{"clock":"RESPONSE","rate":{"met":0,"missed":0},"running":1},{},{}]}}
                """);
        assertThat(report("compliance", "11:00")).bodyJson().isLenientlyEqualTo("""
                {"total":{"clocks":[{"clock":"RESPONSE","rate":{"met":1,"missed":0}},{},
                  {"clock":"RESOLUTION","rate":{"met":0,"missed":0},"running":1}]}}
                """);
        assertThat(report("compliance", "11:00", before)).bodyJson().isLenientlyEqualTo("""
                {"total":{"clocks":[{"clock":"RESPONSE","rate":{"met":0,"missed":1}},{},{"clock":"RESOLUTION"}]}}
                """);
        assertThat(report("compliance", "09:59")).bodyJson().isLenientlyEqualTo("{\"total\":{\"tickets\":0}}");
        assertThat(report("breaches", "11:00")).bodyJson().isLenientlyEqualTo("{\"items\":[]}");
        assertThat(report("breaches", "11:00", before)).bodyJson().isLenientlyEqualTo("""
                {"summary":{"breaches":1},"items":[{"clock":"RESPONSE"}]}
                """);
        assertThat(report("customers", "11:00", before)).bodyJson().isLenientlyEqualTo("""
                {"lines":[{"allMet":{"met":0,"missed":1}}]}
                """);
        assertThat(report("technicians", "11:00")).hasStatusOk();
    }

    private MvcTestResult report(String which, String asOf) {
        return report(which, asOf, Instant.now());
    }

    private MvcTestResult report(String which, String asOf, Instant knownAt) {
        return api.get(
                ADMIN,
                REPORTS + which + "?" + PERIOD + "&customer=" + customerId + "&asOf=2026-03-02T" + asOf
                        + ":00Z&knownAt=" + knownAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compliance", "breaches", "technicians", "customers"})
    void can_be_waited_for(String which) {
        var ticket = raised(Priority.URGENT, "10:00");
        var path = REPORTS + which + "?" + PERIOD;
        var reached = new HttpHeaders();
        reached.set("Callout-Wait-For", ticket + "@0");
        assertThat(api.get(ADMIN, path, reached)).hasStatusOk().doesNotContainHeader("Callout-Stale");
        var never = new HttpHeaders();
        never.set("Callout-Wait-For", ticket + "@1");
        assertThat(api.get(ADMIN, path, never)).hasStatusOk().hasHeader("Callout-Stale", "true");
    }

    @Test
    void tells_three_numbers_of_reopened_tickets() {
        var ticket = raised(Priority.URGENT, "09:00");
        answeredAndResolved(ticket, ana, "09:10", "10:00");
        story.tell(
                new TicketReopened(ticket, 2, "ACC-jo", "CON-jo", "Again", ana, at("11:00")),
                new TicketResolved(ticket, bo, "CON-jo", "Fixed", false, at("16:00")));
        assertThat(report("compliance")).bodyJson().isLenientlyEqualTo("""
                {"total":{"firstCycle":{"met":1,"missed":0,"percent":100.0},
                          "allCycles":{"met":0,"missed":1,"percent":0.0},"effort":"PT6H","reopened":1}}
                """);
        assertThat(lineOf(ana)).containsEntry("reopened", 1);
        assertThat(lineOf(bo)).containsEntry("reopened", 0);
        assertThat(lineOf(ana).get("allMet").toString()).contains("met=1, missed=0");
        assertThat(lineOf(bo).get("allMet").toString()).contains("met=0, missed=1");
    }

    private Map<String, Object> lineOf(String technician) {
        List<Map<String, Object>> lines = read(report("technicians"), "$.lines[?(@.key=='" + technician + "')]");
        return lines.get(0);
    }

    @Test
    void keeps_what_a_change_of_terms_broke_apart() {
        var ticket = raised(Priority.MEDIUM, "10:00");
        story.tell(
                new PriorityChanged(ticket, "CON-jo", Priority.URGENT, "ACC-dana", "Plant stands", at("13:00")),
                new SlaPromised(
                        ticket,
                        1,
                        Priority.URGENT,
                        terms.promise(),
                        PromiseCause.PRIORITY_CHANGED,
                        "ACC-dana",
                        at("13:00")),
                new TicketResolved(ticket, ana, "CON-jo", "Fixed", true, at("13:30")));
        assertThat(report("compliance")).bodyJson().isLenientlyEqualTo("""
                {"total":{"clocks":[
                    {"clock":"RESPONSE","rate":{"met":0,"missed":0},"missedByRetarget":1},{"clock":"ARRIVAL"},
                    {"clock":"RESOLUTION","rate":{"met":1,"missed":0},"missedByRetarget":0}]}}
                """);
        List<String> causes = read(report("breaches"), "$.items[*].cause");
        assertThat(causes).containsExactly("RETARGET");
    }

    @Test
    void splits_the_time_of_broken_promises_by_what_was_waited_for() {
        var ticket = raised(Priority.URGENT, "10:00");
        story.tell(
                comment(ticket, AuthorKind.STAFF, "Hello", true, "10:05"),
                new WorkStarted(ticket, ana, at("10:10")),
                new WorkPaused(ticket, WaitingFor.PARTS, "CON-jo", "Fuser", null, at("11:00")),
                new WorkResumed(ticket, ResumeCause.TECHNICIAN, at("15:00")),
                new TicketResolved(ticket, ana, "CON-jo", "Fixed", false, at("16:00")));
        assertThat(report("breaches")).bodyJson().isLenientlyEqualTo("""
                {"summary":{"breaches":1,"overtime":"PT2H",
                   "causes":[{"clock":"RESOLUTION","cause":"PENDING_PARTS","breaches":1}],
                   "waiting":[{"reason":"PENDING_PARTS","counted":"PT4H","overtime":"PT1H"},
                              {"reason":null,"counted":"PT2H","overtime":"PT1H"}]},
                 "items":[{"clock":"RESOLUTION","missedAt":"2026-03-02T14:00:00Z","overtime":"PT2H",
                   "technician":{"id":"%s"},"cause":"PENDING_PARTS"}],"next":null}
                """.formatted(ana));
    }

    @Test
    void lists_broken_promises_page_by_page_each_once_and_never_more_than_asked_for() {
        for (var i = 0; i < 7; i++) {
            answeredAndResolved(raised(Priority.URGENT, "1" + i + ":00"), ana, "17:30", "17:40");
        }
        var all = breaches(report("breaches"));
        for (var pageSize = 1; pageSize <= 3; pageSize++) {
            assertThat(pageByPage(pageSize)).as("pages of " + pageSize).isEqualTo(all);
        }
        assertThat(all).hasSize(11).doesNotHaveDuplicates();
        assertThat(api.get(ADMIN, REPORTS + "breaches?pageSize=201")).hasStatus(400);
        assertThat(api.get(ADMIN, REPORTS + "breaches?after=x")).hasStatus(400);
    }

    private static List<Object> breaches(MvcTestResult page) {
        return read(page, "$.items[*]['ticketId','clock']");
    }

    private List<Object> pageByPage(int pageSize) {
        var seen = new ArrayList<>();
        String next = null;
        do {
            var page = api.get(
                    ADMIN,
                    REPORTS + "breaches?" + PERIOD + "&pageSize=" + pageSize + "&customer=" + customerId
                            + (next == null ? "" : "&after=" + next));
            assertThat(breaches(page)).hasSizeBetween(1, pageSize);
            seen.addAll(breaches(page));
            next = read(page, "$.next");
        } while (next != null && seen.size() < 20);
        return seen;
    }

    @Test
    void a_column_of_a_table_adds_up_to_what_is_told_of_all_tickets() {
        answeredAndResolved(raised(Priority.URGENT, "10:00"), ana, "10:10", "12:00");
        answeredAndResolved(raised(Priority.HIGH, "10:00"), bo, "10:10", "13:00");
        var csv = new HttpHeaders();
        csv.set(HttpHeaders.ACCEPT, "text/csv");
        var table = Api.body(api.get(ADMIN, REPORTS + "compliance?" + PERIOD + "&customer=" + customerId, csv))
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(sum(table, "tickets")).isEqualTo(2);
        assertThat(sum(table, "ticketsAllMet")).isEqualTo(2);
        assertThat(sum(table, "met")).as("two answers and two solutions").isEqualTo(4);
        assertThat(sum(table, "effortSeconds")).isEqualTo(5 * 60 * 60);
    }

    private static long sum(List<String[]> table, String column) {
        var at = List.of(table.get(0)).indexOf(column);
        return table.stream()
                .filter(row -> row[0].equals("priority") && !row[at].isEmpty())
                .mapToLong(row -> Long.parseLong(row[at]))
                .sum();
    }

    @Test
    void tables_hold_no_formulas() {
        answeredAndResolved(raised(Priority.URGENT, "10:00"), ana, "17:30", "17:40");
        var csv = new HttpHeaders();
        csv.set(HttpHeaders.ACCEPT, "text/csv");
        for (var which : List.of("compliance", "breaches", "technicians", "customers")) {
            var table = api.get(ADMIN, REPORTS + which + "?" + PERIOD + "&customer=" + customerId, csv);
            assertThat(table)
                    .hasStatusOk()
                    .hasHeader("Content-Disposition", "attachment; filename=\"sla-" + which + ".csv\"");
            assertThat(Api.body(table).lines().count()).as(which).isGreaterThan(1);
            assertThat(Api.body(table)).doesNotContain(",=cmd").doesNotContain("\n=cmd");
        }
        assertThat(Api.body(api.get(ADMIN, REPORTS + "customers?" + PERIOD + "&customer=" + customerId, csv)))
                .contains("'=cmd");
    }

    @Test
    void cancelled_before_it_was_due_is_neither_kept_nor_broken() {
        var ticket = raised(Priority.URGENT, "10:00");
        story.tell(new TicketCancelled(ticket, "CON-jo", CancelReason.WITHDRAWN, "Never mind", at("10:10")));
        assertThat(report("compliance")).bodyJson().isLenientlyEqualTo("""
                {"total":{"tickets":1,"allMet":{"met":0,"missed":0},"clocks":[
                  {"clock":"RESPONSE","nothingPromised":1},{"clock":"ARRIVAL"},{"clock":"RESOLUTION","nothingPromised":1}]}}
                """);
    }

    @Test
    void a_customers_administrator_reads_the_companys_own_and_nobody_elses() {
        answeredAndResolved(raised(Priority.URGENT, "10:00"), ana, "10:10", "12:00");
        var boss = Api.customer(Role.CUSTOMER_ADMIN, customerId, "CON-boss");
        assertThat(api.get(boss, REPORTS + "compliance?" + PERIOD)).bodyJson().isLenientlyEqualTo("""
                {"filter":{"customerId":"%s"},"total":{"tickets":1},"byTeam":[]}
                """.formatted(
                        customerId));
        var other = Api.customer(Role.CUSTOMER_ADMIN, "CUS-other", "CON-x");
        assertThat(api.get(other, REPORTS + "compliance?" + PERIOD))
                .bodyJson()
                .extractingPath("$.total.tickets")
                .isEqualTo(0);
        assertThat(api.get(other, REPORTS + "compliance?" + PERIOD + "&customer=" + customerId))
                .hasStatus(400);
        assertThat(api.get(boss, REPORTS + "breaches?" + PERIOD)).hasStatus(403);
        assertThat(api.get(boss, REPORTS + "technicians?" + PERIOD)).hasStatus(403);
        assertThat(api.get(Api.customer(Role.CUSTOMER_USER, customerId, "CON-jo"), REPORTS + "compliance?" + PERIOD))
                .hasStatus(403);
        assertThat(api.get(TECHNICIAN, REPORTS + "technicians?" + PERIOD)).hasStatus(403);
        assertThat(api.get(DISPATCHER, REPORTS + "technicians?" + PERIOD)).hasStatus(403);
    }

    @Test
    void refuses_what_is_no_period() {
        for (var wrong : List.of(
                "from=2026-04-01T00:00:00Z&until=2026-03-01T00:00:00Z",
                "from=0001-01-01T00:00:00Z&until=9999-01-01T00:00:00Z",
                "from=yesterday",
                "trend=year",
                "zone=Mars/Base",
                "priority=TOP",
                "technician=ACC-ana")) {
            assertThat(api.get(ADMIN, REPORTS + "compliance?" + wrong))
                    .as(wrong)
                    .hasStatus(400);
        }
        assertThat(api.get(ADMIN, REPORTS + "compliance")).hasStatusOk();
    }
}
