package dev.callout.web.ticket;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.ClientStatus;
import dev.callout.api.ticket.CustomerTicket;
import dev.callout.api.ticket.FindCustomerTicket;
import dev.callout.web.Browser;
import dev.callout.web.WebTestApp;
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
class MyTicketPageTest {

    @MockitoBean
    QueryGateway queries;

    @Autowired
    WebApplicationContext context;

    private final CustomerTicket ticket = mock(CustomerTicket.class);
    private Browser browser;

    @BeforeEach
    void a_ticket() throws Exception {
        when(ticket.ticketId()).thenReturn("TCK-1");
        when(ticket.number()).thenReturn("TKT100231");
        when(ticket.title()).thenReturn("No heat");
        when(ticket.status()).thenReturn(ClientStatus.IN_PROGRESS);
        when(ticket.subLine()).thenReturn("waiting for you");
        when(ticket.waitingReason()).thenReturn("Which floor?");
        when(ticket.raisedAt()).thenReturn(Promised.START);
        when(ticket.followUps()).thenReturn(List.of());
        when(ticket.conversation())
                .thenReturn(List.of(
                        new CustomerTicket.Message(
                                "CMT-1", AuthorKind.STAFF, null, "On my way", null, null, Promised.START),
                        new CustomerTicket.Message(
                                "ATT-1", AuthorKind.CUSTOMER, null, "", "ATT-1", "mine.png", Promised.START)));
        when(queries.query(any(FindCustomerTicket.class), eq(CustomerTicket.class)))
                .thenReturn(completedFuture(ticket));
        browser = new Browser(context).signIn("acme-user");
    }

    private String page() throws Exception {
        return browser.open("/my-tickets/TKT100231").getContentAsString();
    }

    @Test
    void asks_for_the_readers_own_alone() throws Exception {
        page();
        var asked = ArgumentCaptor.forClass(FindCustomerTicket.class);
        verify(queries).query(asked.capture(), eq(CustomerTicket.class));
        assertThat(asked.getValue()).isEqualTo(new FindCustomerTicket("CUS-1", "CON-1", "TKT100231", null));
    }

    @Test
    void tells_what_is_waited_for_and_shows_a_file_like_a_message() throws Exception {
        assertThat(page())
                .contains(", waiting for you: Which floor?", "On my way", "sent the file mine.png")
                .doesNotContain("id=\"follow-up\"");
    }

    @Test
    void tells_why_it_ended_and_offers_a_follow_up() throws Exception {
        when(ticket.status()).thenReturn(ClientStatus.CANCELLED);
        when(ticket.subLine()).thenReturn("");
        when(ticket.waitingReason()).thenReturn(null);
        when(ticket.cancelReason()).thenReturn(CancelReason.DUPLICATE);
        when(ticket.closingNote()).thenReturn("See the other one");
        when(ticket.canFollowUp()).thenReturn(true);
        when(ticket.followUps()).thenReturn(List.of(new CustomerTicket.Reference("TCK-2", "TKT100232")));
        assertThat(page())
                .contains(", duplicate: See the other one", "id=\"follow-up\"", "href=\"/my-tickets/TKT100232\"");
    }

    @ParameterizedTest
    @MethodSource("dev.callout.web.ticket.Tricks#all")
    void shows_what_people_write_as_text(String text) throws Exception {
        when(ticket.title()).thenReturn(text);
        when(ticket.description()).thenReturn(text);
        when(ticket.waitingReason()).thenReturn(text);
        when(ticket.workDone()).thenReturn(text);
        when(ticket.conversation())
                .thenReturn(List.of(
                        new CustomerTicket.Message("CMT-1", AuthorKind.STAFF, null, text, null, null, Promised.START),
                        new CustomerTicket.Message(
                                "ATT-1", AuthorKind.CUSTOMER, null, "", "ATT-1", text, Promised.START)));
        assertThat(page())
                .contains(text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"))
                .doesNotContain("<script>", "<img", "<svg onload", "<b id=x", "49<", "49 ");
    }
}
