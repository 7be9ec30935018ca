package dev.callout.query.ticket.board;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.comment;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.AuthorKind;
import dev.callout.api.ticket.NoteAdded;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class TicketBoardProjectionIT {

    private @Autowired Story story;
    private @Autowired JdbcClient db;

    private final String ticketId = Tickets.newId();

    @Test
    void puts_a_new_ticket_on_the_board() {
        story.tell(raised(ticketId));
        assertThat(row())
                .containsEntry("status", "CREATED")
                .containsEntry("priority", "HIGH")
                .containsEntry("requested_priority", "MEDIUM")
                .containsEntry("customer_waits", true)
                .containsEntry("version", 0L);
    }

    @Test
    void a_note_never_counts_as_an_answer() {
        story.tell(raised(ticketId), new NoteAdded(ticketId, "N", "ACC-ana", "CON-jo", "hm", null, at("09:05")));
        assertThat(row())
                .containsEntry("customer_waits", true)
                .containsEntry("comments", 0)
                .containsEntry("version", 1L);
    }

    @Test
    void a_comment_of_staff_answers_and_one_of_the_customer_waits_again() {
        story.tell(
                raised(ticketId),
                assigned(ticketId, "ACC-ana", "TEA-net"),
                comment(ticketId, AuthorKind.STAFF, "Have you tried …", true, "09:20"));
        assertThat(row()).containsEntry("customer_waits", false).containsEntry("status", "ASSIGNED");
        story.tell(comment(ticketId, AuthorKind.CUSTOMER, "I have.", false, "09:30"));
        assertThat(row())
                .containsEntry("customer_waits", true)
                .containsEntry("comments", 2)
                .containsEntry("version", 3L);
    }

    private Map<String, Object> row() {
        return db.sql("SELECT * FROM ticket_board WHERE ticket_id = ?")
                .param(ticketId)
                .query()
                .singleRow();
    }
}
