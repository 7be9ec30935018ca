package dev.callout.query.sla.tracking;

import static dev.callout.query.Api.DISPATCHER;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.comment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.sla.FindSlaTracking;
import dev.callout.api.sla.ListSlaTracking;
import dev.callout.api.sla.PrintSlaCertificate;
import dev.callout.api.sla.PrintedSlaCertificate;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaTrackingList;
import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CustomerDelayAgreed;
import dev.callout.api.ticket.CustomerDelayEnded;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import dev.callout.api.ticket.SlaPromised;
import dev.callout.api.ticket.TechnicianArrived;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.VisitPromised;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.platform.rights.Actors;
import dev.callout.query.Api;
import dev.callout.query.Appends;
import dev.callout.query.QueryTest;
import dev.callout.query.SetClock;
import dev.callout.query.Story;
import dev.callout.query.sla.Terms;
import dev.callout.query.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** SL-10, SL-11, K-12: how promises stand, computed when somebody asks. */
@QueryTest
class SlaTrackingIT {

    private static final String TRACKING = "/service-desk/sla-tracking/";

    private @Autowired Story story;
    private @Autowired Appends appends;
    private @Autowired Api api;
    private @Autowired SetClock clock;
    private @Autowired QueryGateway queries;

    private final Terms terms = new Terms();
    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String ticket = Tickets.newId();

    @BeforeEach
    void publish() {
        terms.publish(appends);
    }

    @AfterEach
    void let_the_clock_go_on() {
        clock.show(null);
    }

    private void raised() {
        story.tell(terms.raised(ticket, customerId, Priority.URGENT, at("10:00")));
    }

    private MvcTestResult stands(String path, String moment) {
        return api.get(DISPATCHER, TRACKING + path + "?asOf=2026-03-02T" + moment + ":00Z");
    }

    @Test
    void tells_due_actual_met_and_remaining_as_in_the_guides_sample() {
        raised();
        story.tell(comment(ticket, AuthorKind.STAFF, "On my way", true, "10:25"));
        assertThat(stands(ticket, "13:00")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"color":"GREEN","nextDueAt":"2026-03-02T14:00:00Z","clocks":[
                  {"clock":"RESPONSE","dueAt":"2026-03-02T10:30:00Z","actualAt":"2026-03-02T10:25:00Z","met":true,
                   "verdict":"MET","used":"PT25M","remaining":"PT5M","usedPercent":83,"color":"GREEN"},
                  {"clock":"RESOLUTION","cycle":1,"dueAt":"2026-03-02T14:00:00Z","verdict":"RUNNING",
                   "used":"PT3H","remaining":"PT1H","usedPercent":75,"color":"GREEN",
                   "policy":{"version":1},"calendar":{"name":"Geschäftszeiten","version":1,"zone":"UTC"}}]}
                """);
        assertThat(stands(ticket, "13:11")).bodyJson().extractingPath("$.color").isEqualTo("GREEN");
        assertThat(stands(ticket, "13:12")).bodyJson().extractingPath("$.color").isEqualTo("YELLOW");
        assertThat(stands(ticket, "14:01")).bodyJson().extractingPath("$.color").isEqualTo("RED");
    }

    @Test
    void now_is_what_the_clock_says_and_nothing_of_it_is_stored() {
        raised();
        clock.show(at("10:10"));
        assertThat(api.get(DISPATCHER, TRACKING + ticket))
                .bodyJson()
                .extractingPath("$.clocks[0].remaining")
                .isEqualTo("PT20M");
        clock.show(at("10:20"));
        assertThat(api.get(DISPATCHER, TRACKING + Tickets.numberOf(ticket)))
                .bodyJson()
                .extractingPath("$.clocks[0].remaining")
                .isEqualTo("PT10M");
    }

    @Test
    void leaves_out_what_was_recorded_later_when_asked_to() {
        raised();
        var before = Instant.now().minusMillis(1); // as exact as recorded times are
        story.tell(comment(ticket, AuthorKind.STAFF, "Told late", true, "10:25"));
        var then = "?asOf=2026-03-02T13:00:00Z&knownAt=";

        assertThat(stands(ticket, "13:00")).bodyJson().isLenientlyEqualTo("""
                {"version":1,"clocks":[{"clock":"RESPONSE","verdict":"MET"},{"clock":"RESOLUTION"}]}
                """);
        assertThat(api.get(DISPATCHER, TRACKING + ticket + then + before))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"version":0,"clocks":[{"clock":"RESPONSE","verdict":"MISSED"},{"clock":"RESOLUTION"}]}
                """);
        assertThat(api.get(DISPATCHER, TRACKING + ticket + "/certificate" + then + before))
                .bodyJson()
                .extractingPath("$.position")
                .isEqualTo(ticket + "@0");
        assertThat(api.get(DISPATCHER, TRACKING + ticket + then + "2026-03-02T13:00:00Z"))
                .hasStatus(404);
    }

    @Test
    void is_not_all_met_when_the_response_was_late_and_the_rest_in_time() {
        raised();
        story.tell(
                comment(ticket, AuthorKind.STAFF, "Sorry", true, "11:00"),
                new TicketResolved(ticket, "ACC-ana", "CON-jo", "Fixed", false, at("13:45")));
        assertThat(stands(ticket, "14:30")).bodyJson().isLenientlyEqualTo("""
                {"allMet":false,"color":"RED","nextDueAt":null,"clocks":[
                  {"clock":"RESPONSE","met":false,"missedAt":"2026-03-02T10:30:00Z","remaining":"PT-30M"},
                  {"clock":"RESOLUTION","met":true,"actualAt":"2026-03-02T13:45:00Z"}]}
                """);
        assertThat(stands(ticket, "10:15"))
                .bodyJson()
                .extractingPath("$.allMet")
                .as("not decided then")
                .isNull();
    }

    @Test
    void tells_what_a_clock_is_paused_by() {
        raised();
        story.tell(
                new WorkStarted(ticket, "ACC-ana", at("10:05")),
                new WorkPaused(ticket, WaitingFor.CUSTOMER, "CON-jo", "Which tray?", null, at("11:00")));
        assertThat(stands(ticket, "15:00")).bodyJson().isLenientlyEqualTo("""
                {"clocks":[{"clock":"RESPONSE"},{"clock":"RESOLUTION","verdict":"PAUSED","used":"PT1H",
                  "pausedBy":["PENDING_CUSTOMER"],
                  "standstill":{"kind":"PAUSED","reasons":["PENDING_CUSTOMER"],"since":"2026-03-02T11:00:00Z"}}]}
                """);
        assertThat(stands(ticket, "19:00")).as("at night").bodyJson().isLenientlyEqualTo("""
                {"clocks":[{"clock":"RESPONSE"},{"clock":"RESOLUTION","verdict":"PAUSED","pausedBy":["PENDING_CUSTOMER"],
                  "standstill":{"kind":"OUTSIDE_HOURS","reasons":[],"since":"2026-03-02T18:00:00Z"}}]}
                """);
    }

    @Test
    void tells_that_a_holiday_stops_it() {
        raised();
        assertThat(api.get(DISPATCHER, TRACKING + ticket + "?asOf=2026-03-03T12:00:00Z"))
                .bodyJson()
                .extractingPath("$.clocks[1].verdict")
                .isEqualTo("MISSED");
        var low = Tickets.newId();
        story.tell(terms.raised(low, customerId, Priority.LOW, at("10:00")));
        assertThat(api.get(DISPATCHER, TRACKING + low + "?asOf=2026-03-03T12:00:00Z"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"clocks":[{"clock":"RESPONSE","used":"PT8H",
                  "standstill":{"kind":"HOLIDAY","reasons":[],"holiday":"Founders' Day"}},{"clock":"RESOLUTION"}]}
                """);
    }

    @Test
    void follows_every_event_that_concerns_promises() {
        raised();
        story.tell(new CustomerDelayAgreed(ticket, "CON-jo", "On holiday", at("12:00"), "ACC-dana", at("11:00")));
        assertThat(used("11:30")).isEqualTo("PT1H");
        story.tell(new CustomerDelayEnded(ticket, "ACC-dana", at("11:40")));
        assertThat(used("11:50")).isEqualTo("PT1H10M");
        story.tell(
                new PriorityChanged(ticket, "CON-jo", Priority.HIGH, "ACC-dana", "Not that bad", at("11:50")),
                new SlaPromised(
                        ticket,
                        1,
                        Priority.HIGH,
                        terms.promise(),
                        PromiseCause.PRIORITY_CHANGED,
                        "ACC-dana",
                        at("11:50")));
        assertThat(stands(ticket, "12:00")).bodyJson().isLenientlyEqualTo("""
                {"clocks":[{"clock":"RESPONSE","priority":"HIGH"},
                  {"clock":"RESOLUTION","target":"PT8H","priority":"HIGH"}]}
                """);
        story.tell(new VisitPromised(ticket, "ACC-dana", at("18:00"), at("12:10")));
        assertThat(stands(ticket, "12:15"))
                .bodyJson()
                .extractingPath("$.clocks[1].clock")
                .isEqualTo("ARRIVAL");
        story.tell(new TechnicianArrived(ticket, "ACC-ana", at("12:30")));
        assertThat(stands(ticket, "12:40")).bodyJson().isLenientlyEqualTo("""
                {"clocks":[{"clock":"RESPONSE"},
                  {"clock":"ARRIVAL","met":true,"actualAt":"2026-03-02T12:30:00Z","calendar":null},
                  {"clock":"RESOLUTION"}]}
                """);
        story.tell(
                new TicketResolved(ticket, "ACC-ana", "CON-jo", "Fixed", false, at("13:00")),
                new TicketReopened(ticket, 2, "ACC-jo", "CON-jo", "Hums again", "ACC-ana", at("15:00")));
        assertThat(stands(ticket, "16:00")).bodyJson().isLenientlyEqualTo("""
                {"clocks":[{"clock":"RESPONSE"},{"clock":"ARRIVAL"},
                  {"clock":"RESOLUTION","cycle":1,"met":true},
                  {"clock":"RESOLUTION","cycle":2,"used":"PT1H","verdict":"RUNNING"}]}
                """);
    }

    private String used(String moment) {
        return Api.read(stands(ticket, moment), "$.clocks[1].used");
    }

    @Test
    void what_happened_later_does_not_count_at_an_earlier_moment() {
        raised();
        var before = Api.body(stands(ticket, "11:00")).replaceAll("\"version\":\\d+}$", "");
        story.tell(
                new TicketAssigned(ticket, "CON-jo", "ACC-ana", null, "nearest", at("12:00")),
                new TicketResolved(ticket, "ACC-ana", "CON-jo", "Fixed", true, at("13:00")));
        assertThat(Api.body(stands(ticket, "11:00")).replaceAll("\"version\":\\d+}$", ""))
                .isEqualTo(before);
    }

    @Test
    void knows_no_moment_before_the_ticket_and_none_that_has_not_been() {
        raised();
        assertThat(stands(ticket, "09:59")).hasStatus(404);
        assertThat(api.get(DISPATCHER, TRACKING + ticket + "?asOf=0001-01-01T00:00:00Z"))
                .hasStatus(404);
        assertThat(api.get(DISPATCHER, TRACKING + ticket + "?asOf=9999-01-01T00:00:00Z"))
                .hasStatus(400);
        assertThat(api.get(DISPATCHER, TRACKING + ticket + "?asOf=yesterday")).hasStatus(400);
        assertThat(api.get(DISPATCHER, TRACKING + ticket + "?moment=x")).hasStatus(400);
        assertThat(api.get(DISPATCHER, TRACKING + "TCK-none")).hasStatus(404);
        assertThat(stands(ticket, "10:00")).hasStatusOk();
    }

    @Test
    void a_ticket_without_promises_is_gray() {
        story.tell(Tickets.raised(ticket));
        assertThat(stands(ticket, "10:00")).bodyJson().isLenientlyEqualTo("""
                {"allMet":null,"color":"GRAY","nextDueAt":null,"clocks":[]}
                """);
    }

    @Test
    void customers_see_their_own_without_our_internal_aims_and_nothing_else() {
        raised();
        story.tell(new VisitPromised(ticket, "ACC-dana", at("12:00"), at("10:05")));
        var boss = Api.customer(Role.CUSTOMER_ADMIN, customerId, "CON-boss");
        var jo = Api.customer(Role.CUSTOMER_USER, customerId, "CON-jo");
        for (var reader : List.of(boss, jo, Api.customer(Role.GUEST, customerId, null))) {
            assertThat(own(reader))
                    .bodyJson()
                    .extractingPath("$.clocks[1].goalAt")
                    .isNull();
        }
        assertThat(stands(ticket, "10:30"))
                .bodyJson()
                .extractingPath("$.clocks[1].goalAt")
                .isEqualTo("2026-03-02T11:00:00Z");
        var unknown = Api.body(api.get(boss, TRACKING + "TCK-00000000-0000-0000-0000-000000000000"));
        for (var stranger : List.of(
                Api.customer(Role.CUSTOMER_ADMIN, "CUS-other", "CON-x"),
                Api.customer(Role.CUSTOMER_USER, customerId, "CON-colleague"),
                Api.customer(Role.CONSUMER, customerId, null))) {
            assertThat(own(stranger)).hasStatus(404);
            assertThat(Api.body(own(stranger)).replaceAll("\"(instance|traceId)\":\"[^\"]*\",?", ""))
                    .isEqualTo(unknown.replaceAll("\"(instance|traceId)\":\"[^\"]*\",?", ""));
            assertThat(api.get(stranger, TRACKING + ticket + "/certificate")).hasStatus(404);
            assertThat(api.get(stranger, TRACKING + Tickets.numberOf(ticket))).hasStatus(404);
        }
    }

    private MvcTestResult own(Actor reader) {
        return api.get(reader, TRACKING + ticket + "?asOf=2026-03-02T10:30:00Z");
    }

    @Test
    void tells_of_several_tickets_what_it_tells_of_each() {
        raised();
        var other = Tickets.newId();
        story.tell(terms.raised(other, customerId, Priority.LOW, at("11:00")));
        clock.show(at("13:15"));
        var both = ask(new ListSlaTracking(List.of(ticket, "TCK-none", other)), SlaTrackingList.class);
        assertThat(both.items())
                .containsExactlyInAnyOrder(
                        ask(new FindSlaTracking(ticket, null), SlaTracking.class),
                        ask(new FindSlaTracking(other, null), SlaTracking.class));
        assertThat(ask(new ListSlaTracking(List.of()), SlaTrackingList.class).items())
                .isEmpty();
    }

    @Test
    void prints_a_certificate_for_who_asks_by_a_message() {
        raised();
        var printed = ask(new PrintSlaCertificate(Tickets.numberOf(ticket)), PrintedSlaCertificate.class);
        assertThat(printed.number()).isEqualTo(Tickets.numberOf(ticket));
        assertThat(printed.pdf()).startsWith('%', 'P', 'D', 'F');
    }

    private <A> A ask(Object question, Class<A> answer) {
        return Actors.runAs(DISPATCHER, () -> queries.query(question, answer).join());
    }

    @Test
    void a_month_old_ticket_is_told_at_once() {
        raised();
        clock.show(at("10:00").plus(Duration.ofDays(3_650)));
        assertThat(api.get(DISPATCHER, TRACKING + ticket)).hasStatusOk();
    }
}
