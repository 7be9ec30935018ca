package dev.callout.domain.ticket;

import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.ticket.TicketUnwatched;
import dev.callout.api.ticket.TicketWatched;
import dev.callout.api.ticket.UnwatchTicket;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UnwatchTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final TicketWatched watched = new TicketWatched("TCK-1", "ACC-max");

    @Test
    void tells_who_wants_to_hear_no_more() {
        ticket.given(and(in(CREATED), watched))
                .when(new UnwatchTicket("TCK-1", "ACC-max"))
                .expectEvents(new TicketUnwatched("TCK-1", "ACC-max"));
    }

    @Test
    void says_nothing_about_somebody_who_never_watched() {
        ticket.given(and(in(CREATED), watched, new TicketUnwatched("TCK-1", "ACC-max")))
                .when(new UnwatchTicket("TCK-1", "ACC-max"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
