package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.WatchTicket;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WatchTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final TicketWatched watched = new TicketWatched("TCK-1", "ACC-max");

    @Test
    void tells_who_wants_to_hear_of_every_change() {
        ticket.given(in(CLOSED)).when(new WatchTicket("TCK-1", "ACC-max")).expectEvents(watched);
    }

    @Test
    void says_nothing_new_the_second_time() {
        ticket.given(and(in(CREATED), watched))
                .when(new WatchTicket("TCK-1", "ACC-max"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
