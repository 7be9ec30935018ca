package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.REOPENED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.assigned;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.TicketAccepted;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.WorkStarted;
import dev.callout.api.ticket.WorkState;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AcceptTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void takes_the_assignment_on() {
        ticket.given(in(ASSIGNED)).when(accept("TEC-1")).expectEvents(new TicketAccepted("TCK-1", "TEC-1", NOW));
    }

    @Test
    void makes_a_member_of_the_assigned_team_its_technician() {
        ticket.given(Tickets.assignedToTeam())
                .when(accept("TEC-3", "TEA-9", "TEA-1"))
                .expectEvents(new TicketAccepted("TCK-1", "TEC-3", NOW));
        assertThat(Tickets.work(and(Tickets.assignedToTeam(), new TicketAccepted("TCK-1", "TEC-3", NOW))))
                .returns("TEC-3", WorkState::technicianId)
                .returns("TEA-1", WorkState::teamId);
    }

    @Test
    void takes_a_reopened_ticket_on_again_and_goes_on_from_there() {
        ticket.given(in(REOPENED)).when(accept("TEC-1")).expectEvents(new TicketAccepted("TCK-1", "TEC-1", NOW));
        ticket.given(in(REOPENED)).when(accept("TEC-2")).expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
        ticket.given(and(in(REOPENED), new TicketAccepted("TCK-1", "TEC-1", NOW)))
                .when(new StartWork("TCK-1", "TEC-1", null))
                .expectEvents(new WorkStarted("TCK-1", "TEC-1", NOW));
    }

    @Test
    void accepts_in_the_name_of_the_assigned_technician_when_an_administrator_asks() {
        ticket.given(in(ASSIGNED)).when(accept(null)).expectEvents(new TicketAccepted("TCK-1", "TEC-1", NOW));
    }

    @Test
    void says_nothing_new_the_second_time() {
        ticket.given(Tickets.accepted())
                .when(accept("TEC-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_somebody_else() {
        ticket.given(in(ASSIGNED))
                .when(accept("TEC-2"))
                .expectExceptionDetails(new Refusal(NOT_ASSIGNED_TO_YOU, "Ticket TKT100001 is not assigned to you."));
    }

    @Test
    void refuses_a_member_of_another_team() {
        ticket.given(Tickets.assignedToTeam())
                .when(accept("TEC-3", "TEA-9"))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    @Test
    void refuses_a_team_mate_once_the_ticket_is_given_to_one_of_the_team() {
        ticket.given(and(in(CREATED), assigned("TEC-1", "TEA-1")))
                .when(accept("TEC-3", "TEA-1"))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    @Test
    void refuses_everybody_where_another_help_desk_named_nobody() {
        var nobody = Tickets.work(in(CREATED)).draft();
        nobody.status = ASSIGNED;
        ticket.given(and(
                        in(CREATED),
                        new TicketStateImported(
                                "TCK-1", "servicenow", "INC1", 1, "Assigned", "x", null, null, nobody.sealed(), at(5))))
                .when(accept("TEC-3", "TEA-1"))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    private static AcceptTicket accept(String technicianId, String... teamIds) {
        return new AcceptTicket("TCK-1", technicianId, List.of(teamIds), null);
    }
}
