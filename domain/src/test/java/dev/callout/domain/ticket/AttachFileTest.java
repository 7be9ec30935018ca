package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_CANCELLED;
import static dev.callout.api.ticket.AuthorKind.CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.CANCELLED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.in;

import dev.callout.api.Refusal;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.FileAttached;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AttachFileTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final AttachFile attach = new AttachFile(
            "TCK-1", "ATT-1", "ACC-cara", CUSTOMER, "smoke.jpg", "image/jpeg", 4711, "cafe", false, null);

    @Test
    void keeps_what_the_file_is_and_not_its_bytes() {
        ticket.given(in(CLOSED))
                .when(attach)
                .expectEvents(new FileAttached(
                        "TCK-1",
                        "ATT-1",
                        "ACC-cara",
                        CUSTOMER,
                        "CON-1",
                        "smoke.jpg",
                        "image/jpeg",
                        4711,
                        "cafe",
                        false,
                        NOW));
    }

    @Test
    void refuses_a_cancelled_ticket() {
        ticket.given(in(CANCELLED))
                .when(attach)
                .expectExceptionDetails(
                        new Refusal(TICKET_CANCELLED, "Ticket TKT100001 is CANCELLED and can't be added to."));
    }
}
