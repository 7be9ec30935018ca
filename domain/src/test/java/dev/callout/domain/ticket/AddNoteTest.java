package dev.callout.domain.ticket;

import static dev.callout.api.ticket.AuthorKind.STAFF;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.domain.ticket.Tickets.NOW;
import static dev.callout.domain.ticket.Tickets.and;
import static dev.callout.domain.ticket.Tickets.at;
import static dev.callout.domain.ticket.Tickets.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.CommentAdded;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.api.ticket.TicketStatus;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddNoteTest {

    private final FixtureConfiguration<Ticket> ticket = Tickets.fixture();
    private final NoteAdded noted = new NoteAdded("TCK-1", "NOT-1", "TEC-1", "CON-1", "Known fault", null, at(30));

    @Test
    void keeps_what_only_staff_sees() {
        ticket.given(in(CREATED))
                .when(new AddNote("TCK-1", "NOT-1", "TEC-1", "Known fault", null, at(30)))
                .expectEvents(noted);
    }

    @Test
    void never_counts_as_an_answer() {
        ticket.given(and(in(CREATED), noted))
                .when(new AddComment("TCK-1", "CMT-1", "TEC-1", STAFF, "On my way", null, null, null))
                .expectEvents(
                        new CommentAdded("TCK-1", "CMT-1", "TEC-1", STAFF, "CON-1", "On my way", true, null, NOW));
    }

    @Test
    void changes_nothing_about_the_work() {
        for (var status : TicketStatus.values()) {
            assertThat(Tickets.work(and(in(status), noted))).isEqualTo(Tickets.work(in(status)));
        }
    }

    @Test
    void does_not_end_the_waiting_for_the_customer() {
        ticket.given(in(PENDING_CUSTOMER))
                .when(new AddNote("TCK-1", "NOT-1", "TEC-1", "Known fault", null, at(30)))
                .expectEvents(noted);
    }
}
