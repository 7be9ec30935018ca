package dev.callout.domain.ticket;

import static dev.callout.domain.ticket.Tickets.NINE;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.raise;
import static dev.callout.domain.ticket.Tickets.raised;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RaiseTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void keeps_all_that_was_said_and_both_priorities() {
        ticket.givenNoPriorActivity()
                .when(raise("TCK-1", "TKT100001", "CUS-1", null))
                .expectEvents(raised("TCK-1", "TKT100001", "CUS-1", NOW));
    }

    @Test
    void keeps_when_it_happened_if_that_was_earlier() {
        ticket.givenNoPriorActivity()
                .when(raise("TCK-1", "TKT100001", "CUS-1", NINE))
                .expectEvents(raised("TCK-1", "TKT100001", "CUS-1", NINE));
    }
}
