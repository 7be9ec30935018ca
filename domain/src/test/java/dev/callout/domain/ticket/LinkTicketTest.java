package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.LINK_TO_ITSELF;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.TicketLinked;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class LinkTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final TicketLinked linked = new TicketLinked("TCK-1", "TCK-2", LinkKind.RELATED);

    @Test
    void says_that_two_tickets_belong_together() {
        ticket.given(in(CREATED)).when(link("TCK-2", LinkKind.RELATED)).expectEvents(linked);
    }

    @Test
    void says_nothing_new_the_second_time() {
        ticket.given(and(in(CREATED), linked))
                .when(link("TCK-2", LinkKind.RELATED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void may_tie_the_same_two_in_another_way_too() {
        ticket.given(and(in(CREATED), linked))
                .when(link("TCK-2", LinkKind.CAUSED_BY))
                .expectEvents(new TicketLinked("TCK-1", "TCK-2", LinkKind.CAUSED_BY));
    }

    @Test
    void refuses_a_ticket_to_itself() {
        ticket.given(in(CREATED))
                .when(link("TCK-1", LinkKind.RELATED))
                .expectExceptionDetails(new Refusal(LINK_TO_ITSELF, "A ticket can't be linked to itself."));
    }

    private static LinkTicket link(String other, LinkKind kind) {
        return new LinkTicket("TCK-1", other, kind);
    }
}
