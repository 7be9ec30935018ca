package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.assigned;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.TicketAssigned;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** BU-01: every network issue to the network team, each ticket by its own rules. */
class AssignInBulkTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final AssignInBulk assign = new AssignInBulk("TCK-1", "BLK-1", "TEC-1", "TEA-1", "All network issues");

    @Test
    void assigns_and_keeps_how_the_work_stood() {
        ticket.given(in(CREATED))
                .when(assign)
                .expectEvents(
                        new TicketAssigned("TCK-1", "CON-1", "TEC-1", "TEA-1", "All network issues", NOW),
                        new ChangedInBulk("TCK-1", "BLK-1", Tickets.work(in(CREATED))))
                .expectResultMessagePayload(2L);
    }

    @Test
    void leaves_no_trace_where_nothing_changes() {
        ticket.given(and(in(CREATED), assigned("TEC-1", "TEA-1")))
                .when(assign)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_what_a_single_assignment_refuses() {
        ticket.given(in(RESOLVED)).when(assign).expectExceptionDetails(refusal(STEP_NOT_POSSIBLE));
        Tickets.fixture().given(Tickets.merged()).when(assign).expectExceptionDetails(refusal(TICKET_MERGED));
    }
}
