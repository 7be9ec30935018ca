package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_NOT_RESOLVED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.ConfirmationLapsed;
import dev.callout.api.ticket.WorkState;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CloseUnconfirmedTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void closes_what_nobody_confirmed_or_rejected_in_time() {
        var lapsed = new ConfirmationLapsed("TCK-1", NOW);
        ticket.given(in(RESOLVED)).when(new CloseUnconfirmed("TCK-1", null)).expectEvents(lapsed);
        assertThat(Tickets.work(and(in(RESOLVED), lapsed)))
                .returns(CLOSED, WorkState::status)
                .returns(Closure.UNANSWERED, WorkState::closure);
    }

    @Test
    void comes_too_late_when_the_customer_rejected() {
        ticket.given(in(REOPENED))
                .when(new CloseUnconfirmed("TCK-1", null))
                .expectExceptionDetails(refusal(TICKET_NOT_RESOLVED));
    }
}
