package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.NOT_ASSIGNED_TO_YOU;
import static dev.callout.api.RefusalCode.TICKET_NOT_ACCEPTED;
import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.WorkStarted;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StartWorkTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void begins_the_work_of_who_accepted() {
        ticket.given(Tickets.accepted())
                .when(new StartWork("TCK-1", "TEC-1", at(90)))
                .expectEvents(new WorkStarted("TCK-1", "TEC-1", at(90)));
    }

    @Test
    void names_the_assigned_technician_when_an_administrator_asks() {
        ticket.given(Tickets.accepted())
                .when(new StartWork("TCK-1", null, null))
                .expectEvents(new WorkStarted("TCK-1", "TEC-1", NOW));
    }

    @Test
    void refuses_somebody_else() {
        ticket.given(Tickets.accepted())
                .when(new StartWork("TCK-1", "TEC-2", null))
                .expectExceptionDetails(refusal(NOT_ASSIGNED_TO_YOU));
    }

    @Test
    void refuses_before_the_assignment_is_accepted() {
        ticket.given(in(ASSIGNED))
                .when(new StartWork("TCK-1", "TEC-1", null))
                .expectExceptionDetails(new Refusal(
                        TICKET_NOT_ACCEPTED, "Ticket TKT100001 must be accepted before work on it can start."));
    }
}
