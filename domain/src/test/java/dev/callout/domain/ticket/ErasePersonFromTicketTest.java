package dev.callout.domain.ticket;

import static dev.callout.api.RefusalCode.PERSON_ERASED;
import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.in;
import static dev.callout.domain.ticket.Tickets.refusal;

import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.ErasePersonFromTicket;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.TicketClosedAdministratively;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ErasePersonFromTicketTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();

    @Test
    void notes_who_is_no_longer_to_be_known() {
        ticket.given(in(CREATED))
                .when(new ErasePersonFromTicket("TCK-1", "ERA-1", List.of("CON-1")))
                .expectEvents(erased("CON-1"));
    }

    @Test
    void what_is_written_later_is_no_longer_under_the_key_of_the_erased_contact() {
        ticket.given(and(in(CREATED), erased("CON-1")))
                .when(new CloseAdministratively("TCK-1", "Done by phone", null))
                .expectEvents(new TicketClosedAdministratively("TCK-1", null, "Done by phone", true, NOW));
    }

    @Test
    void the_contact_of_today_stays_when_somebody_else_is_erased() {
        ticket.given(and(in(CREATED), erased("CON-9")))
                .when(new CloseAdministratively("TCK-1", "Done by phone", null))
                .expectEvents(new TicketClosedAdministratively("TCK-1", "CON-1", "Done by phone", true, NOW));
    }

    @Test
    void nothing_is_written_that_would_be_lost_at_once_but_the_work_can_end() {
        for (var words : List.of(
                new CorrectTicket("TCK-1", "New title", null, null, null, null, null, null, null, null),
                new AddNote("TCK-1", "NOT-1", "ACC-dana", "Called.", null, null),
                new AddComment("TCK-1", "CMT-1", "ACC-dana", STAFF, "Hello", null, null, null),
                new AttachFile(
                        "TCK-1",
                        "ATT-1",
                        "ACC-dana",
                        STAFF,
                        "a.txt",
                        "text/plain",
                        1,
                        "ab",
                        false,
                        null,
                        null,
                        null))) {
            Tickets.fixture()
                    .given(and(in(CREATED), erased("CON-1", "TCK-1")))
                    .when(words)
                    .expectNoEvents()
                    .expectExceptionDetails(refusal(PERSON_ERASED));
        }
        ticket.given(and(in(CREATED), erased("CON-1", "TCK-1")))
                .when(new CloseAdministratively("TCK-1", "Erased", null))
                .expectSuccessfulHandlerExecution();
    }

    private static PersonErasedFromTicket erased(String... ids) {
        return new PersonErasedFromTicket("TCK-1", "ERA-1", List.of(ids));
    }
}
