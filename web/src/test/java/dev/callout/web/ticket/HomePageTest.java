package dev.callout.web.ticket;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.callout.api.identity.Named;
import dev.callout.api.sla.ListSlaTracking;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaColor;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaTrackingList;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.CustomerTicketLine;
import dev.callout.api.ticket.CustomerTicketPage;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.web.Browser;
import dev.callout.web.WebTestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = WebTestApp.class)
class HomePageTest {

    private static final Instant THREE_HOURS_AGO =
            Instant.now().minus(Duration.ofHours(3)).minusSeconds(60);

    @MockitoBean
    QueryGateway queries;

    @Autowired
    WebApplicationContext context;

    private Browser browser;

    @BeforeEach
    void some_tickets() {
        browser = new Browser(context);
        when(queries.query(any(CountTickets.class), eq(TicketCounts.class)))
                .thenReturn(completedFuture(new TicketCounts(
                        12,
                        20,
                        List.of(new TicketCounts.Dimension(
                                "status", List.of(new TicketCounts.Count("ASSIGNED", "Assigned", 7, 7)))))));
        board("No heat", "Acme", null);
        promises(Promised.open(SlaClock.RESPONSE, SlaVerdict.MISSED, SlaColor.RED, Promised.at("09:00")));
    }

    @Test
    void searches_for_words_and_keeps_them_in_every_link_of_the_board() throws Exception {
        board("No heat", "Acme", "a cursor");
        var page = browser.signIn("dispatcher")
                .send(get("/").param("status", "ASSIGNED").param("text", " Gr\u00f6\u00dfe & {x}"));
        assertThat(asked(ListTicketBoard.class, TicketBoardPage.class).filter().text())
                .isEqualTo("Gr\u00f6\u00dfe & {x}");
        assertThat(page.getContentAsString())
                .contains("name=\"text\" type=\"search\" maxlength=\"200\" value=\"Gr\u00f6\u00dfe &amp; {x}\"")
                .contains("<input type=\"hidden\" name=\"status\" value=\"ASSIGNED\">")
                .contains("status=ASSIGNED&amp;text=Gr%C3%B6%C3%9Fe%20%26%20%7Bx%7D&amp;after=a%20cursor")
                .contains("href=\"/?text=Gr%C3%B6%C3%9Fe%20%26%20%7Bx%7D\"");
    }

    @Test
    void an_empty_search_field_searches_for_nothing() throws Exception {
        browser.signIn("dispatcher").send(get("/").param("text", " "));
        assertThat(asked(ListTicketBoard.class, TicketBoardPage.class).filter().text())
                .isNull();
    }

    @Test
    void tells_what_is_due_next_and_leads_to_the_ticket() throws Exception {
        assertThat(browser.signIn("dispatcher").open("/").getContentAsString())
                .contains("<a id=\"TKT100231\" href=\"/tickets/TKT100231\">TKT100231</a>")
                .contains("class=\"mark red\"", "title=\"Mon 2 Mar 2026, 10:00:00 CET\"", ">3 h late</time>")
                .contains("<span class=\"quiet\">first response</span>");
        assertThat(asked(ListSlaTracking.class, SlaTrackingList.class).ticketIds())
                .as("one question for all of the page")
                .containsExactly("TCK-1");
    }

    @Test
    void says_so_when_nothing_is_promised() throws Exception {
        promises();

        assertThat(browser.signIn("dispatcher").open("/").getContentAsString())
                .contains("<span class=\"quiet\">nothing</span>")
                .doesNotContain(" late<", "class=\"mark red\"");
    }

    @Test
    void shows_the_dispatcher_what_is_open() throws Exception {
        var page = browser.signIn("dispatcher").open("/").getContentAsString();

        assertThat(page)
                .contains(
                        "<title>Ticket board · Callout</title>",
                        ">dispatcher</bdi></a>",
                        "action=\"/sign-out\"",
                        ">Dispatcher<")
                .contains("TKT100231", "No heat", "In progress", "mark urgent", "Acme", "Nobody yet", ">3 h<");
        assertThat(asked(ListTicketBoard.class, TicketBoardPage.class).filter().statuses())
                .contains(TicketStatus.CREATED, TicketStatus.PENDING_PARTS, TicketStatus.REOPENED)
                .doesNotContain(TicketStatus.RESOLVED, TicketStatus.CLOSED, TicketStatus.CANCELLED);
    }

    @Test
    void counts_the_tickets_of_each_status() throws Exception {
        assertThat(browser.signIn("dispatcher").open("/").getContentAsString())
                .contains("All open <b>12</b>", "Assigned <b>7</b>", "Pending parts <b>0</b>");
    }

    @Test
    void narrows_to_one_status() throws Exception {
        var page = browser.signIn("dispatcher").send(get("/").param("status", "ASSIGNED"));

        assertThat(page.getContentAsString()).contains("hx-get=\"/?status=ASSIGNED\"");
        assertThat(page.getContentAsString()).containsPattern("href=\"/\\?status=ASSIGNED\" aria-current=\"true\"");
        assertThat(asked(ListTicketBoard.class, TicketBoardPage.class).filter().statuses())
                .containsExactly(TicketStatus.ASSIGNED);
    }

    @Test
    void refuses_a_status_that_does_not_exist() throws Exception {
        assertThat(browser.signIn("dispatcher")
                        .send(get("/").param("status", "SOLVED"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void leads_to_the_next_page_and_refreshes_the_one_shown() throws Exception {
        board("No heat", "Acme", "n3xt");

        var page = browser.signIn("dispatcher").send(get("/").param("after", "h3re"));

        assertThat(page.getContentAsString()).contains("href=\"/?after=n3xt\"", "hx-get=\"/?after=h3re\"");
    }

    @Test
    void gives_htmx_the_list_alone() throws Exception {
        var list = browser.signIn("dispatcher").send(get("/").header("HX-Request", "true"));

        assertThat(list.getContentAsString())
                .contains("TKT100231", "id=\"list\"")
                .doesNotContain("<html", "Sign out");
    }

    @Test
    void says_so_when_nothing_is_open() throws Exception {
        when(queries.query(any(ListTicketBoard.class), eq(TicketBoardPage.class)))
                .thenReturn(completedFuture(new TicketBoardPage(List.of(), null, null)));

        assertThat(browser.signIn("dispatcher").open("/").getContentAsString())
                .contains("Nothing here")
                .doesNotContain("<table");
    }

    @ParameterizedTest
    @MethodSource("dev.callout.web.ticket.Tricks#all")
    void shows_what_people_write_as_text(String text) throws Exception {
        board(text, text, null);

        var page = browser.signIn(text).open("/").getContentAsString();

        assertThat(page)
                .contains(text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .doesNotContain("<script>", "<img", "<svg onload", "<b id=x", ">49<");
    }

    @Test
    void shows_a_customer_only_its_own_in_its_own_words() throws Exception {
        customerTickets("waiting for you");

        var page = browser.signIn("acme-user").open("/").getContentAsString();

        assertThat(page)
                .contains(
                        "<h1>My tickets</h1>",
                        "TKT100231",
                        "In progress",
                        ", waiting for you",
                        "2 Mar 2026",
                        "Ana Costa")
                .doesNotContain("Ticket board", "Priority", "Pending");
        var query = asked(ListCustomerTickets.class, CustomerTicketPage.class);
        assertThat(query.customerId()).isEqualTo("CUS-1");
        assertThat(query.contactId()).isEqualTo("CON-1");
    }

    @Test
    void tells_a_customer_what_is_waited_for_and_why_a_ticket_ended_and_lists_those_that_did() throws Exception {
        customerTickets("waiting for parts", "A new fuser", null, null);
        assertThat(browser.signIn("acme-user").open("/").getContentAsString())
                .contains("href=\"/my-tickets/TKT100231\"", ", waiting for parts: A new fuser", "href=\"/?over=true\"");

        customerTickets("", null, "See TKT100230", CancelReason.DUPLICATE);
        var page = browser.send(get("/").param("over", "true").param("after", "h3re"));
        assertThat(page.getContentAsString())
                .contains(", duplicate: See TKT100230", "hx-get=\"/?over=true&amp;after=h3re\"");
    }

    @Test
    void asks_for_closed_and_cancelled_tickets_however_long_they_are_over() throws Exception {
        customerTickets("");

        browser.signIn("acme-user").send(get("/").param("over", "true"));

        var query = asked(ListCustomerTickets.class, CustomerTicketPage.class);
        assertThat(query.statuses()).containsExactlyInAnyOrder(ClientStatus.CLOSED, ClientStatus.CANCELLED);
        assertThat(query.includeArchived()).isTrue();
    }

    @Test
    void shows_a_customers_administrator_the_whole_company() throws Exception {
        customerTickets("");

        browser.signIn("acme-admin").open("/");

        assertThat(asked(ListCustomerTickets.class, CustomerTicketPage.class).contactId())
                .isNull();
    }

    @Test
    void shows_who_is_no_contact_nothing_of_the_others() throws Exception {
        customerTickets("");

        browser.signIn("acme-nobody").open("/");

        assertThat(asked(ListCustomerTickets.class, CustomerTicketPage.class).contactId())
                .isNotNull();
    }

    private <Q, A> Q asked(Class<Q> query, Class<A> answer) {
        var asked = ArgumentCaptor.forClass(query);
        verify(queries).query(asked.capture(), eq(answer));
        return asked.getValue();
    }

    private void promises(SlaTracking.Clock... promises) {
        when(queries.query(any(ListSlaTracking.class), eq(SlaTrackingList.class)))
                .thenReturn(completedFuture(new SlaTrackingList(List.of(Promised.tracking(promises)))));
    }

    private void board(String title, String customer, String next) {
        var ticket = mock(TicketBoardLine.class);
        when(ticket.ticketId()).thenReturn("TCK-1");
        when(ticket.number()).thenReturn("TKT100231");
        when(ticket.title()).thenReturn(title);
        when(ticket.status()).thenReturn(TicketStatus.IN_PROGRESS);
        when(ticket.priority()).thenReturn(Priority.URGENT);
        when(ticket.customer()).thenReturn(new Named("CUS-1", customer));
        when(ticket.raisedAt()).thenReturn(THREE_HOURS_AGO);
        when(queries.query(any(ListTicketBoard.class), eq(TicketBoardPage.class)))
                .thenReturn(completedFuture(new TicketBoardPage(List.of(ticket), next, null)));
    }

    private void customerTickets(String subLine) {
        customerTickets(subLine, null, null, null);
    }

    private void customerTickets(String subLine, String waitingReason, String closingNote, CancelReason cancelReason) {
        var reported = Instant.parse("2026-03-02T09:00:00Z");
        var ticket = new CustomerTicketLine(
                "TCK-1",
                "TKT100231",
                "No heat",
                ClientStatus.IN_PROGRESS,
                subLine,
                waitingReason,
                closingNote,
                cancelReason,
                null,
                null,
                Priority.HIGH,
                null,
                new Named("ACC-9", "Ana Costa"),
                reported,
                reported,
                3);
        when(queries.query(any(ListCustomerTickets.class), eq(CustomerTicketPage.class)))
                .thenReturn(completedFuture(new CustomerTicketPage(List.of(ticket), null, null)));
    }
}
