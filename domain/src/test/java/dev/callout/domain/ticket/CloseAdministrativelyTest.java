package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.WorkState;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** K-15: a manager may close any ticket for a reason, and it stays visible that nothing was resolved. */
class CloseAdministrativelyTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void closes_a_pending_ticket_without_resolution() {
        var closed = new TicketClosedAdministratively("TCK-1", "CON-1", "The campaign is over", true, NOW);
        ticket.given(in(PENDING_CUSTOMER)).when(close()).expectEvents(closed);
        assertThat(Tickets.work(and(in(PENDING_CUSTOMER), closed)))
                .returns(CLOSED, WorkState::status)
                .returns(Closure.ADMINISTRATIVE, WorkState::closure)
                .returns(null, WorkState::resolvedAt);
    }

    @Test
    void keeps_the_resolution_of_a_resolved_ticket() {
        ticket.given(in(RESOLVED))
                .when(close())
                .expectEvents(new TicketClosedAdministratively("TCK-1", "CON-1", "The campaign is over", false, NOW));
    }

    @Test
    void can_be_reopened_by_the_customer() {
        ticket.given(and(in(CREATED), new TicketClosedAdministratively("TCK-1", "CON-1", "Mistake", true, at(30))))
                .when(new ReopenTicket("TCK-1", "ACC-cara", "I still need help", null))
                .expectEvents(new TicketReopened("TCK-1", 2, "ACC-cara", "CON-1", "I still need help", null, NOW));
    }

    private static CloseAdministratively close() {
        return new CloseAdministratively("TCK-1", "The campaign is over", null);
    }
}
