package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.TICKET_CLOSED;
import static dev.callout.api.RefusalCode.TICKET_NOT_ACCEPTED;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.assigned;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketAssigned;
import dev.callout.api.ticket.WaitingFor;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AssignTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void gives_a_new_ticket_to_a_technician_of_a_team_and_says_why() {
        ticket.given(in(CREATED))
                .when(new AssignTicket("TCK-1", "TEC-1", "TEA-1", "Knows the model", null))
                .expectEvents(new TicketAssigned("TCK-1", "CON-1", "TEC-1", "TEA-1", "Knows the model", NOW));
    }

    @Test
    void gives_it_to_a_team_alone() {
        ticket.given(in(CREATED))
                .when(new AssignTicket("TCK-1", null, "TEA-1", null, at(5)))
                .expectEvents(new TicketAssigned("TCK-1", "CON-1", null, "TEA-1", null, at(5)));
    }

    @Test
    void says_nothing_new_when_the_same_people_are_assigned_again() {
        ticket.given(in(IN_PROGRESS))
                .when(new AssignTicket("TCK-1", "TEC-1", null, "Again", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void tells_a_change_of_the_team_alone() {
        ticket.given(in(ASSIGNED))
                .when(new AssignTicket("TCK-1", "TEC-1", "TEA-1", null, null))
                .expectEvents(new TicketAssigned("TCK-1", "CON-1", "TEC-1", "TEA-1", null, NOW));
    }

    @Test
    void gives_a_reopened_ticket_even_to_the_one_who_had_it() {
        ticket.given(in(REOPENED))
                .when(new AssignTicket("TCK-1", "TEC-1", null, null, null))
                .expectEvents(new TicketAssigned("TCK-1", "CON-1", "TEC-1", null, null, NOW));
    }

    @Test
    void must_be_accepted_anew_by_the_next_technician() {
        ticket.given(and(Tickets.accepted(), assigned("TEC-2", null)))
                .when(new StartWork("TCK-1", "TEC-2", null))
                .expectExceptionDetails(refusal(TICKET_NOT_ACCEPTED));
    }

    @Test
    void forgets_the_day_on_which_paused_work_would_go_on() {
        var paused = Tickets.paused(WaitingFor.PARTS, at(600));
        assertThat(Tickets.work(paused).resumeAt()).isEqualTo(at(600));
        assertThat(Tickets.work(and(paused, assigned("TEC-2", null))).resumeAt())
                .isNull();
    }

    @Test
    void refuses_to_give_it_to_nobody() {
        ticket.given(in(CREATED))
                .when(new AssignTicket("TCK-1", null, null, null, null))
                .expectException(CommandRefused.class)
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "Name a technician, a team, or both."));
    }

    @Test
    void refuses_a_closed_ticket_in_words() {
        ticket.given(in(CLOSED))
                .when(new AssignTicket("TCK-1", "TEC-2", null, null, null))
                .expectExceptionDetails(
                        new Refusal(TICKET_CLOSED, "Ticket TKT100001 is CLOSED and can't be assigned."));
    }

    @Test
    void answers_with_the_version_it_led_to() {
        ticket.given(in(CREATED))
                .when(new AssignTicket("TCK-1", "TEC-1", null, null, null))
                .expectResultMessagePayload(1L);
    }
}
