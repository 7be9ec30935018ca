package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.ChangedInBulk;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** BU-03: raise everything that hangs on an outage. */
class ChangePriorityInBulkTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void weighs_the_ticket_anew_and_keeps_how_the_work_stood() {
        ticket.given(in(PENDING_PARTS))
                .when(new ChangePriorityInBulk("TCK-1", "BLK-1", Priority.URGENT, "ACC-max", "Outage"))
                .expectEvents(
                        new PriorityChanged("TCK-1", "CON-1", Priority.URGENT, "ACC-max", "Outage", NOW),
                        new ChangedInBulk("TCK-1", "BLK-1", Tickets.work(in(PENDING_PARTS))));
    }

    @Test
    void leaves_no_trace_where_nothing_changes() {
        ticket.given(in(PENDING_PARTS))
                .when(new ChangePriorityInBulk("TCK-1", "BLK-1", Priority.HIGH, "ACC-max", "Outage"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
