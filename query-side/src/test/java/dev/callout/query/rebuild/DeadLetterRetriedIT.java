package dev.callout.query.rebuild;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.TicketAccepted;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class DeadLetterRetriedIT {

    private static final String RETRY = "/operations/dead-letters/projection-ticket-board/retry";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;

    private final String ticketId = Tickets.newId();

    @Test
    void letters_are_handled_in_their_order_once_what_was_wrong_is_right() {
        story.tell(raised(ticketId));
        rename(ticketId, "lost"); // something is broken …
        story.tell(assigned(ticketId, "ACC-ana", null), new TicketAccepted(ticketId, "ACC-ana", at("09:20")));
        rename("lost", ticketId); // … and somebody repairs it
        assertThat(api.post(ADMIN, RETRY)).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"before\":2,\"left\":0}");
        assertThat(row()).containsEntry("status", "ASSIGNED").containsEntry("accepted", true);
        story.tell(assigned(ticketId, "ACC-joe", null));
        assertThat(row()).containsEntry("technician_id", "ACC-joe").containsEntry("version", 3L);
    }

    private void rename(String from, String to) {
        db.sql("UPDATE ticket_board SET ticket_id = ? WHERE ticket_id = ?")
                .params(to, from)
                .update();
    }

    private Map<String, Object> row() {
        return db.sql("SELECT * FROM ticket_board WHERE ticket_id = ?")
                .param(ticketId)
                .query()
                .singleRow();
    }
}
