package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.api.ticket.TicketUnlinked;
import dev.callout.api.ticket.UnlinkTicket;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UnlinkTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final TicketLinked linked = new TicketLinked("TCK-1", "TCK-2", LinkKind.RELATED);

    @Test
    void says_that_two_tickets_no_longer_belong_together() {
        ticket.given(and(in(CREATED), linked))
                .when(new UnlinkTicket("TCK-1", "TCK-2", LinkKind.RELATED))
                .expectEvents(new TicketUnlinked("TCK-1", "TCK-2", LinkKind.RELATED));
    }

    @Test
    void says_nothing_about_a_tie_of_another_kind() {
        ticket.given(and(in(CREATED), linked))
                .when(new UnlinkTicket("TCK-1", "TCK-2", LinkKind.FOLLOW_UP))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void lets_them_be_linked_again() {
        ticket.given(and(in(CREATED), linked, new TicketUnlinked("TCK-1", "TCK-2", LinkKind.RELATED)))
                .when(new LinkTicket("TCK-1", "TCK-2", LinkKind.RELATED))
                .expectEvents(linked);
    }
}
