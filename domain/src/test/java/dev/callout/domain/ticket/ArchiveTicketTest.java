package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.STEP_NOT_POSSIBLE;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.TicketArchived;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ArchiveTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void takes_a_closed_ticket_out_of_the_daily_lists() {
        ticket.given(in(CLOSED)).when(new ArchiveTicket("TCK-1")).expectEvents(new TicketArchived("TCK-1", NOW));
    }

    @Test
    void says_nothing_new_the_second_time() {
        ticket.given(and(in(CLOSED), new TicketArchived("TCK-1", at(90))))
                .when(new ArchiveTicket("TCK-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refuses_what_is_not_over() {
        ticket.given(in(RESOLVED))
                .when(new ArchiveTicket("TCK-1"))
                .expectExceptionDetails(
                        new Refusal(STEP_NOT_POSSIBLE, "Ticket TKT100001 is RESOLVED and can't be archived."));
    }
}
