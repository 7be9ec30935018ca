package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.TicketEscalated;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EscalateTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void asks_a_person_and_a_team_for_help_and_leaves_the_work_as_it_is() {
        var escalated = new TicketEscalated("TCK-1", "CON-1", "TEC-1", "ACC-max", "TEA-1", "Needs an expert", NOW);
        ticket.given(in(IN_PROGRESS))
                .when(new EscalateTicket("TCK-1", "TEC-1", "ACC-max", "TEA-1", "Needs an expert", null))
                .expectEvents(escalated);
        assertThat(Tickets.work(and(in(IN_PROGRESS), escalated))).isEqualTo(Tickets.work(in(IN_PROGRESS)));
    }

    @Test
    void refuses_to_ask_nobody() {
        ticket.given(in(IN_PROGRESS))
                .when(new EscalateTicket("TCK-1", "TEC-1", null, null, "Needs an expert", null))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Name a person, a team, or both."));
    }
}
