package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.WaitingFor;
import dev.callout.api.ticket.WorkPaused;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PauseWorkTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void waits_for_the_customer_with_a_reason() {
        var paused = new WorkPaused("TCK-1", WaitingFor.CUSTOMER, "CON-1", "Which model?", null, NOW);
        ticket.given(in(IN_PROGRESS))
                .when(pause("TEC-1", WaitingFor.CUSTOMER, null))
                .expectEvents(paused);
        assertThat(Tickets.work(and(in(IN_PROGRESS), paused)).status()).isEqualTo(PENDING_CUSTOMER);
    }

    @Test
    void waits_for_parts_until_a_date() {
        var paused = new WorkPaused("TCK-1", WaitingFor.PARTS, "CON-1", "Which model?", at(600), NOW);
        ticket.given(in(IN_PROGRESS))
                .when(pause("TEC-1", WaitingFor.PARTS, at(600)))
                .expectEvents(paused);
        assertThat(Tickets.work(and(in(IN_PROGRESS), paused)).status()).isEqualTo(PENDING_PARTS);
    }

    @Test
    void refuses_a_date_that_is_not_after_the_pause() {
        ticket.given(in(IN_PROGRESS))
                .when(pause("TEC-1", WaitingFor.PARTS, NOW))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Work can only go on after it was paused."));
    }

    @Test
    void refuses_somebody_else() {
        ticket.given(in(IN_PROGRESS))
                .when(pause("TEC-2", WaitingFor.CUSTOMER, null))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    private static PauseWork pause(String technicianId, WaitingFor waitingFor, Instant resumeAt) {
        return new PauseWork("TCK-1", technicianId, waitingFor, "Which model?", resumeAt, null);
    }
}
