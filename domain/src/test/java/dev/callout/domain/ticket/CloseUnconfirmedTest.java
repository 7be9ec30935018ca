package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.RefusalCode.TICKET_NOT_RESOLVED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
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
        ticket.givenCurrentTime(at(60))
                .andGiven(in(RESOLVED))
                .when(new CloseUnconfirmed("TCK-1", null))
                .expectEvents(lapsed);
        assertThat(Tickets.work(and(in(RESOLVED), lapsed)))
                .returns(CLOSED, WorkState::status)
                .returns(Closure.UNANSWERED, WorkState::closure);
    }

    /** Resolved at ten, recorded a minute ago: the customer heard of it just now. */
    @Test
    void leaves_the_customer_all_the_time_from_when_the_resolution_was_recorded() {
        ticket.givenCurrentTime(NOW.minusSeconds(60))
                .andGiven(in(RESOLVED))
                .when(new CloseUnconfirmed("TCK-1", null))
                .expectNoEvents()
                .expectExceptionDetails(new Refusal(
                        STEP_NOT_POSSIBLE,
                        "The customer still has time to confirm or reject the resolution of ticket TKT100001."));
    }

    @Test
    void closes_at_the_very_end_of_that_time() {
        ticket.givenCurrentTime(NOW.minus(Tickets.POLICY.closeAfter()))
                .andGiven(in(RESOLVED))
                .when(new CloseUnconfirmed("TCK-1", null))
                .expectEvents(new ConfirmationLapsed("TCK-1", NOW));
    }

    @Test
    void comes_too_late_when_the_customer_rejected() {
        ticket.given(in(REOPENED))
                .when(new CloseUnconfirmed("TCK-1", null))
                .expectExceptionDetails(refusal(TICKET_NOT_RESOLVED));
    }
}
