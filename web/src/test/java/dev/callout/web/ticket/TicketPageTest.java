package dev.callout.web.ticket;

import static dev.callout.web.ticket.Promised.at;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.callout.api.identity.Named;
import dev.callout.api.sla.CertifySla;
import dev.callout.api.sla.PrintSlaCertificate;
import dev.callout.api.sla.PrintedSlaCertificate;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaColor;
import dev.callout.api.sla.SlaDispute;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.sla.TargetBasis;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.FindTicketHistory;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketDetails;
import dev.callout.api.ticket.TicketHistory;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.web.Browser;
import dev.callout.web.WebTestApp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = WebTestApp.class)
class TicketPageTest {

    @MockitoBean
    QueryGateway queries;

    @MockitoBean
    CommandGateway commands;

    @Autowired
    WebApplicationContext context;

    private Browser browser;

    @BeforeEach
    void a_ticket() throws Exception {
        ticket("No heat", "Cold since\nthis morning.");
        promises(running(), paused());
        history("Dana Reed raised the ticket.", null);
        browser = new Browser(context).signIn("dispatcher");
    }

    @Test
    void shows_what_the_ticket_is() throws Exception {
        assertThat(page())
                .contains(
                        "<title>TKT100231 No heat · Callout</title>",
                        "<h1>No heat</h1>",
                        "In progress",
                        "mark urgent",
                        "Acme",
                        "Ana Costa",
                        "Cold since\nthis morning.",
                        ">3 h</time>, reported Mon 2 Mar 2026, 10:00:00 CET")
                .doesNotContain("aria-current=\"page\"");
    }

    @Test
    void tells_of_each_promise_how_it_stands_and_why() throws Exception {
        assertThat(page())
                .contains("No promise is broken so far.", "As it stood on Mon 2 Mar 2026, 13:00:00 CET.")
                .contains("First response <span class=\"mark yellow\">in 20 min</span>")
                .contains("class=\"within\" width=\"85\"", "class=\"over\" x=\"85\" width=\"0\"")
                .contains("<dd>4 h, by Premium Customer SLA, version 3</dd>", "<dd>3 h 24 min, 85 %</dd>")
                .contains("<dd>Mon 2 Mar 2026, 13:20:00 CET</dd>", "<p>A person was to answer within 4 h.</p>");
    }

    @Test
    void names_business_days_as_business_days() {
        var five = new SlaTracking.Target(5, TargetUnit.BUSINESS_DAYS, TargetBasis.PRIORITY);
        var one = new SlaTracking.Target(1, TargetUnit.BUSINESS_DAYS, TargetBasis.PRIORITY);

        assertThat(PromiseWords.granted(Promised.granted(five, null))).isEqualTo("5 business days");
        assertThat(PromiseWords.granted(Promised.granted(one, null))).isEqualTo("1 business day");
    }

    @Test
    void says_whether_plan_or_priority_counts_where_both_promise_something() {
        var plan = new SlaTracking.Target(120, TargetUnit.MINUTES, TargetBasis.PLAN);
        var priority = new SlaTracking.Target(480, TargetUnit.MINUTES, TargetBasis.PRIORITY);

        assertThat(PromiseWords.granted(Promised.granted(plan, priority)))
                .isEqualTo("2 h by the plan (8 h by the priority)");
    }

    @Test
    void tells_what_a_promise_waits_for_also_while_the_calendar_stops_it() throws Exception {
        assertThat(page())
                .contains("Resolution, round 2 <span class=\"mark green\">paused</span>")
                .contains("<dt>Stands still</dt>")
                .contains("<dd>outside business hours, since Mon 2 Mar 2026, 12:00:00 CET;"
                        + " waits for the customer, too</dd>");
    }

    @Test
    void marks_on_the_bar_what_was_used_beyond_what_was_granted() throws Exception {
        var late = Promised.clock(
                SlaClock.RESPONSE, 1, SlaVerdict.MISSED, SlaColor.RED, at("10:00"), at("11:00"), 125, null);
        promises(certified(late, "counted"));

        assertThat(page())
                .contains("<span class=\"mark red\">broken</span>", "<dt>Ended</dt>")
                .contains("class=\"within\" width=\"80\"", "class=\"over\" x=\"80\" width=\"20\"");
    }

    private static SlaCertificate.Clock disputed(SlaDispute state) {
        var dispute = new SlaTracking.Dispute(state, at("10:00"), at("11:30"), "ACC-technician", at("11:45"));
        return certified(Promised.disputed(dispute, at("09:50"), at("11:30")), "counted");
    }

    @Test
    void marks_what_was_reported_late_with_both_times() throws Exception {
        promises(disputed(SlaDispute.PENDING));
        history("Ana Costa wrote to the customer.", null, at("09:50"), at("11:30"));

        assertThat(page())
                .contains(
                        "<dd>Mon 2 Mar 2026, 10:50:00 CET (reported late, recorded Mon 2 Mar 2026, 12:30:00 CET)</dd>")
                .contains("<span class=\"mark\">reported late, recorded Mon 2 Mar 2026, 12:30:00 CET</span>");
    }

    @Test
    void lets_a_manager_decide_on_a_late_report_that_disputes_a_breach() throws Exception {
        promises(disputed(SlaDispute.PENDING));
        assertThat(page()).contains("a manager who did not report it decides").doesNotContain("Accept late report");

        browser = new Browser(context).signIn("manager");
        assertThat(page()).contains("Accept late report", "Reject late report");
        var decided = browser.submit(
                "/tickets/TKT100231",
                "/tickets/TKT100231/sla/dispute",
                "clock",
                "RESPONSE",
                "cycle",
                "1",
                "accept",
                "true",
                "reason",
                "I saw the letter");
        assertThat(decided.getRedirectedUrl()).isEqualTo("/tickets/TKT100231");
        verify(commands)
                .sendAndWait(
                        new DecideSlaDispute("TCK-1", SlaClock.RESPONSE, 1, true, "ACC-manager", "I saw the letter"));
    }

    @Test
    void offers_nothing_to_decide_where_that_is_done() throws Exception {
        promises(disputed(SlaDispute.ACCEPTED));
        browser = new Browser(context).signIn("manager");
        assertThat(page()).contains("breach excused").doesNotContain("Accept late report");
    }

    @Test
    void offers_no_certificate_where_nothing_is_promised() throws Exception {
        assertThat(page()).contains("href=\"/tickets/TKT100231/certificate\"");
        promises();
        assertThat(page()).doesNotContain("/certificate");
    }

    @Test
    void tells_what_happened_page_by_page() throws Exception {
        history("Dana Reed raised the ticket.", "n3xt");

        assertThat(page())
                .contains(">Mon 2 Mar 2026, 10:00:00 CET</time> <span>Dana Reed raised the ticket.</span>")
                .contains("href=\"/tickets/TKT100231?after=n3xt\"");
    }

    @Test
    void hands_the_certificate_out_as_a_file() throws Exception {
        when(queries.query(any(PrintSlaCertificate.class), eq(PrintedSlaCertificate.class)))
                .thenReturn(completedFuture(new PrintedSlaCertificate("TKT100231", new byte[] {'%', 'P'})));

        var file = browser.open("/tickets/TKT100231/certificate");

        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"TKT100231-certificate.pdf\"");
        assertThat(file.getContentAsByteArray()).containsExactly('%', 'P');
    }

    @ParameterizedTest
    @MethodSource("dev.callout.web.ticket.Tricks#all")
    void shows_what_people_write_as_text(String text) throws Exception {
        ticket(text, text);
        history(text, null);

        assertThat(page())
                .contains(text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"))
                .doesNotContain("<script>", "<img", "<svg onload", "<b id=x", "49<", "49 ");
    }

    private String page() throws Exception {
        return browser.send(get("/tickets/TKT100231")).getContentAsString();
    }

    private void ticket(String title, String description) {
        var ticket = mock(TicketDetails.class);
        when(ticket.ticketId()).thenReturn("TCK-1");
        when(ticket.number()).thenReturn("TKT100231");
        when(ticket.title()).thenReturn(title);
        when(ticket.description()).thenReturn(description);
        when(ticket.status()).thenReturn(TicketStatus.IN_PROGRESS);
        when(ticket.priority()).thenReturn(Priority.URGENT);
        when(ticket.customer())
                .thenReturn(new TicketDetails.CustomerOfTicket("CUS-1", "Acme", false, null, null, null, null, null));
        when(ticket.technician()).thenReturn(new Named("ACC-9", "Ana Costa"));
        when(ticket.raisedAt()).thenReturn(Promised.START);
        when(queries.query(any(FindTicketDetails.class), eq(TicketDetails.class)))
                .thenReturn(completedFuture(ticket));
    }

    private static SlaCertificate.Clock running() {
        return certified(
                Promised.clock(SlaClock.RESPONSE, 1, SlaVerdict.RUNNING, SlaColor.YELLOW, at("12:20"), null, 85, null),
                "counted");
    }

    private static SlaCertificate.Clock paused() {
        var standstill = new SlaTracking.Standstill(SlaInterval.Kind.OUTSIDE_HOURS, Set.of(), null, at("11:00"));
        return certified(
                Promised.clock(
                        SlaClock.RESOLUTION, 2, SlaVerdict.PAUSED, SlaColor.GREEN, at("14:00"), null, 50, standstill),
                "outside business hours");
    }

    private static SlaCertificate.Clock certified(SlaTracking.Clock promise, String lastStretch) {
        var stretch = mock(SlaCertificate.Interval.class);
        when(stretch.what()).thenReturn(lastStretch);
        var clock = mock(SlaCertificate.Clock.class);
        when(clock.standing()).thenReturn(promise);
        when(clock.sentences()).thenReturn(List.of("A person was to answer within 4 h."));
        when(clock.intervals()).thenReturn(List.of(stretch));
        return clock;
    }

    private void promises(SlaCertificate.Clock... promises) {
        var certificate = mock(SlaCertificate.class);
        when(certificate.moment()).thenReturn(at("12:00"));
        when(certificate.summary()).thenReturn("No promise is broken so far.");
        when(certificate.clocks()).thenReturn(List.of(promises));
        when(queries.query(any(CertifySla.class), eq(SlaCertificate.class))).thenReturn(completedFuture(certificate));
    }

    private void history(String sentence, String next) {
        history(sentence, next, Promised.START, Promised.START);
    }

    private void history(String sentence, String next, Instant occurredAt, Instant recordedAt) {
        var late = !occurredAt.equals(recordedAt);
        var line = new TicketHistory.Line(
                0, "TicketRaised", sentence, null, null, null, occurredAt, recordedAt, late, null, null);
        when(queries.query(any(FindTicketHistory.class), eq(TicketHistory.class)))
                .thenReturn(completedFuture(new TicketHistory("TCK-1", "TKT100231", 0, List.of(line), next, null)));
    }
}
