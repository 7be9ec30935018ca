package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.PriorityChanged;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** K-04: the priority that counts changes, with who and why; the requested one stays as it was asked for. */
class ChangePriorityTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void tells_who_weighed_the_ticket_anew_and_why() {
        ticket.given(in(CREATED))
                .when(new ChangePriority("TCK-1", Priority.URGENT, "ACC-dan", "The whole floor waits", null))
                .expectEvents(new PriorityChanged(
                        "TCK-1", "CON-1", Priority.URGENT, "ACC-dan", "The whole floor waits", NOW));
    }

    @Test
    void says_nothing_new_when_the_priority_is_so_already() {
        ticket.given(in(CREATED))
                .when(new ChangePriority("TCK-1", Priority.HIGH, "ACC-dan", "Again", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_a_merged_ticket() {
        ticket.given(Tickets.merged())
                .when(new ChangePriority("TCK-1", Priority.LOW, "ACC-dan", "Later", null))
                .expectExceptionDetails(refusal(TICKET_MERGED));
    }
}
