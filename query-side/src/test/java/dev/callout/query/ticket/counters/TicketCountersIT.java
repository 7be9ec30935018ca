package dev.callout.query.ticket.counters;

import static dev.callout.query.Story.at;
import static dev.callout.query.ticket.Tickets.assigned;
import static dev.callout.query.ticket.Tickets.raised;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import dev.callout.query.ticket.Tickets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class TicketCountersIT {

    private @Autowired Story story;
    private @Autowired JdbcClient db;
    private @Autowired Api api;

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
    void tells_the_busiest_two_hundred_and_not_every_customer_there_is() {
        for (var i = 0; i < 2; i++) {
            story.tell(raised(Tickets.newId(), customerId, "busy", Priority.LOW, at("09:00")));
        }
        story.tell(IntStream.range(0, 250)
                .mapToObj(i -> raised(Tickets.newId(), "CUS-" + UUID.randomUUID(), "one", Priority.LOW, at("09:00")))
                .toArray());
        List<String> customers = JsonPath.read(
                Api.body(api.get(Api.DISPATCHER, "/service-desk/tickets/counts")),
                "$.dimensions[?(@.name=='customer')].counts[*].value");
        assertThat(customers).hasSize(200).contains(customerId);
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
