package dev.callout.query.ticket.counters;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class TicketCountersIT {

    private @Autowired Story story;
    private @Autowired JdbcClient db;

    private final String customerId = "CUS-" + UUID.randomUUID();
    private final String technician = "ACC-" + UUID.randomUUID();
    private final String other = "ACC-" + UUID.randomUUID();

    @Test
    void counts_each_ticket_where_it_stands_now() {
        var one = Tickets.newId();
        var two = Tickets.newId();
        story.tell(
                raised(one, customerId, "a", Priority.LOW, at("09:00")),
                raised(two, customerId, "b", Priority.HIGH, at("09:00")),
                assigned(one, technician, null),
                assigned(two, technician, null));
        assertThat(counter("customer", customerId)).isEqualTo("2/2");
        assertThat(counter("assignee", technician)).isEqualTo("2/2");
        story.tell(
                assigned(one, other, null), new TicketClosedAdministratively(two, "CON-jo", "old", true, at("12:00")));
        assertThat(counter("customer", customerId)).isEqualTo("1/2");
        assertThat(counter("assignee", technician)).isEqualTo("0/1");
        assertThat(counter("assignee", other)).isEqualTo("1/1");
    }

    @Test
    void counts_what_nobody_has() {
        var one = Tickets.newId();
        var two = Tickets.newId();
        story.tell(raised(one, customerId, "a", Priority.LOW, at("09:00")));
        var before = counter("unassigned", "true");
        story.tell(raised(two, customerId, "b", Priority.LOW, at("09:00")));
        assertThat(counter("unassigned", "true")).isNotEqualTo(before);
        story.tell(assigned(two, technician, null));
        assertThat(counter("unassigned", "true")).isEqualTo(before);
    }

    private String counter(String dimension, String value) {
        return db.sql("SELECT open || '/' || total FROM ticket_counter WHERE dimension = ? AND value = ?")
                .params(dimension, value)
                .query(String.class)
                .single();
    }
}
