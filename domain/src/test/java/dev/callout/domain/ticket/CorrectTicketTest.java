package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.TICKET_MERGED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.ProductIdentified;
import dev.callout.api.ticket.ReporterChanged;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketType;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CorrectTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void tells_each_part_that_differs() {
        ticket.given(in(CREATED))
                .when(new CorrectTicket(
                        "TCK-1",
                        "Printer on fire",
                        "It burns.",
                        TicketType.COMPLAINT,
                        "Hardware",
                        "Fuser",
                        "CON-2",
                        "SIT-2",
                        "LaserJet 10",
                        "SN-78"))
                .expectEvents(
                        new ReporterChanged("TCK-1", "CON-2", "SIT-2", NOW),
                        new TicketDescribed("TCK-1", "CON-2", "Printer on fire", "It burns."),
                        new TicketClassified("TCK-1", TicketType.COMPLAINT, "Hardware", "Fuser", NOW),
                        new ProductIdentified("TCK-1", "LaserJet 10", "SN-78"));
    }

    @Test
    void says_nothing_new_when_nothing_differs() {
        ticket.given(in(CREATED))
                .when(as("Printer dead", "It smells of smoke.", "Printer", "SIT-1", "SN-77"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void sees_a_change_of_the_text_alone() {
        ticket.given(in(CREATED))
                .when(as("Printer dead", "It smells of burnt rubber.", "Printer", "SIT-1", "SN-77"))
                .expectEvents(new TicketDescribed("TCK-1", "CON-1", "Printer dead", "It smells of burnt rubber."));
    }

    @Test
    void sees_a_change_of_the_sub_category_alone() {
        ticket.given(in(CREATED))
                .when(as("Printer dead", "It smells of smoke.", "Fuser", "SIT-1", "SN-77"))
                .expectEvents(new TicketClassified("TCK-1", TicketType.ISSUE, "Hardware", "Fuser", NOW));
    }

    @Test
    void sees_a_change_of_the_site_alone() {
        ticket.given(in(CREATED))
                .when(as("Printer dead", "It smells of smoke.", "Printer", "SIT-2", "SN-77"))
                .expectEvents(new ReporterChanged("TCK-1", "CON-1", "SIT-2", NOW));
    }

    @Test
    void compares_with_the_last_correction() {
        ticket.given(and(in(CREATED), new ProductIdentified("TCK-1", "LaserJet 9", "SN-78")))
                .when(as("Printer dead", "It smells of smoke.", "Printer", "SIT-1", "SN-78"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_possible_after_closing_for_the_record() {
        ticket.given(in(CLOSED))
                .when(as("Printer dead", "It smells of smoke.", "Printer", "SIT-1", "SN-78"))
                .expectEvents(new ProductIdentified("TCK-1", "LaserJet 9", "SN-78"));
    }

    @Test
    void refuses_a_merged_ticket() {
        ticket.given(Tickets.merged())
                .when(as("Printer dead", "It smells of smoke.", "Printer", "SIT-1", "SN-78"))
                .expectExceptionDetails(refusal(TICKET_MERGED));
    }

    private static CorrectTicket as(
            String title, String description, String subCategory, String siteId, String serialNumber) {
        return new CorrectTicket(
                "TCK-1",
                title,
                description,
                TicketType.ISSUE,
                "Hardware",
                subCategory,
                "CON-1",
                siteId,
                "LaserJet 9",
                serialNumber);
    }
}
