package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_NOT_RESOLVED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.WorkState;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ConfirmResolutionTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void closes_the_ticket_as_the_customer_agrees() {
        ticket.given(in(RESOLVED))
                .when(new ConfirmResolution("TCK-1", "ACC-cara", "Thank you", null))
                .expectEvents(new ResolutionConfirmed("TCK-1", "ACC-cara", "CON-1", "Thank you", NOW));
        assertThat(Tickets.work(in(CLOSED)))
                .returns(Closure.CONFIRMED, WorkState::closure)
                .returns(at(70), WorkState::closedAt);
    }

    @Test
    void refuses_what_is_not_resolved() {
        ticket.given(in(IN_PROGRESS))
                .when(new ConfirmResolution("TCK-1", "ACC-cara", null, null))
                .expectExceptionDetails(
                        new Refusal(TICKET_NOT_RESOLVED, "Ticket TKT100001 is IN_PROGRESS and can't be confirmed."));
    }
}
