package dev.callout.query.projection;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.TicketDescribed;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Leaves events behind that no rebuild can digest, and with them the database. */
@QueryTest
@DirtiesContext
class RefusedByDatabaseIT {

    private static final String BOARD = "projection-ticket-board";
    private static final String LETTERS = "/operations/dead-letters/";

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;

    private final String before = Tickets.newId();
    private final String poisoned = Tickets.newId();
    private final String after = Tickets.newId();

    @Test
    void a_value_that_the_database_refuses_becomes_a_dead_letter_and_the_others_go_on() {
        story.tell(
                raised(before),
                raised(poisoned),
                new TicketDescribed(poisoned, "CON-jo", "No\0thing", "NUL is no text in PostgreSQL"),
                assigned(before, "ACC-ana", null),
                assigned(poisoned, "ACC-ana", null),
                raised(after));
        assertThat(versionOf(before)).isEqualTo(1);
        assertThat(versionOf(after)).isZero();
        assertThat(versionOf(poisoned))
                .as("what comes before the culprit is kept")
                .isZero();
        assertThat(lettersOf(BOARD)).containsExactly("TicketDescribed", "TicketAssigned");
        assertThat(db.sql(
                                "SELECT cause_message FROM dead_letter_entry WHERE processing_group = ? AND sequence_index = 0")
                        .param(BOARD)
                        .query(String.class)
                        .single())
                .contains("invalid byte sequence");
        assertThat(api.post(ADMIN, LETTERS + BOARD + "/retry"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"before\":2,\"left\":2}");
        story.tell(assigned(after, "ACC-ana", null));
        assertThat(versionOf(after)).isEqualTo(1);
    }

    private long versionOf(String ticketId) {
        return db.sql("SELECT version FROM ticket_board WHERE ticket_id = ?")
                .param(ticketId)
                .query(Long.class)
                .single();
    }

    private List<String> lettersOf(String group) {
        return db.sql("SELECT regexp_replace(payload_type, '.*\\.', '') FROM dead_letter_entry"
                        + " WHERE processing_group = ? ORDER BY sequence_index")
                .param(group)
                .query(String.class)
                .list();
    }
}
