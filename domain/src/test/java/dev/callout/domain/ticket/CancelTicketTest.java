package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_CLOSED;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.TicketArchived;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.WorkState;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CancelTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void says_what_was_wrong_and_archives_at_once() {
        ticket.given(in(IN_PROGRESS))
                .when(new CancelTicket("TCK-1", CancelReason.DUPLICATE, "See TKT100002", null))
                .expectEvents(
                        new TicketCancelled("TCK-1", "CON-1", CancelReason.DUPLICATE, "See TKT100002", NOW),
                        new TicketArchived("TCK-1", NOW))
                .expectResultMessagePayload(5L);
        assertThat(Tickets.work(in(CANCELLED)))
                .returns(CANCELLED, WorkState::status)
                .returns(true, WorkState::archived)
                .returns(at(10), WorkState::closedAt);
    }

    @Test
    void refuses_a_closed_ticket() {
        ticket.given(in(CLOSED))
                .when(new CancelTicket("TCK-1", CancelReason.INVALID, null, null))
                .expectExceptionDetails(
                        new Refusal(TICKET_CLOSED, "Ticket TKT100001 is CLOSED and can't be cancelled."));
    }
}
