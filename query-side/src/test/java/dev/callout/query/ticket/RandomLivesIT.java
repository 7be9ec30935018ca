package dev.callout.query.ticket;

import static dev.callout.query.Api.ADMIN;
import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.Api;
import dev.callout.query.QueryTest;
import dev.callout.query.Story;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to tickets, in whatever order: each view says of each ticket what the one fold says. */
@QueryTest
class RandomLivesIT {

    private static final int LIVES = 150;
    private static final int LONGEST = 25;
    private static final List<String> TABLES = List.of(
            "ticket_board",
            "ticket_details",
            "customer_ticket",
            "ticket_counter_ticket",
            "ticket_history_ticket",
            "sla_tracking");
    private static final List<String> VIEWS = List.of(
            "projection-ticket-board",
            "projection-ticket-details",
            "projection-customer-tickets",
            "projection-ticket-counters",
            "projection-ticket-history",
            "projection-ticket-timeline",
            "projection-sla-tracking");

    private record Standing(WorkState state, long version) {}

    private @Autowired Story story;
    private @Autowired Api api;
    private @Autowired JdbcClient db;

    @Test
    void every_view_agrees_with_the_fold_live_and_rebuilt() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var lives = IntStream.range(0, LIVES)
                .mapToObj(number -> RandomLife.of(random, 1 + random.nextInt(LONGEST)))
                .toList();
        var events = interleaved(lives, random);
        for (var from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(900));
            story.tell(events.subList(from, to).toArray());
            from = to;
        }
        for (var life : lives) {
            var expected = new Standing(life.state(), life.events().size() - 1);
            for (var table : TABLES) {
                assertThat(standing(table, life.ticketId()))
                        .as("seed %s, %s: %s", seed, table, life.events())
                        .isEqualTo(expected);
            }
        }
        assertThat(counters()).as("seed %s", seed).isEqualTo(countedOnTheBoard());
        for (var view : VIEWS) {
            var live = digest(view);
            rebuild(view);
            assertThat(digest(view)).as("seed %s, %s", seed, view).isEqualTo(live);
        }
    }

    /** All events, each ticket's in their order. */
    private static List<Object> interleaved(List<RandomLife> lives, Random random) {
        var waiting = new ArrayList<Queue<Object>>();
        lives.forEach(life -> waiting.add(new ArrayDeque<>(life.events())));
        var events = new ArrayList<>();
        while (!waiting.isEmpty()) {
            var next = random.nextInt(waiting.size());
            events.add(waiting.get(next).remove());
            if (waiting.get(next).isEmpty()) {
                waiting.remove(next);
            }
        }
        return events;
    }

    private Standing standing(String table, String ticketId) {
        return db.sql("SELECT * FROM " + table + " WHERE ticket_id = ?")
                .param(ticketId)
                .query((row, number) -> new Standing(state(row), row.getLong("version")))
                .single();
    }

    private static WorkState state(ResultSet row) throws SQLException {
        return new WorkState(
                constant(row, "status", TicketStatus.class),
                row.getString("technician_id"),
                row.getString("team_id"),
                row.getBoolean("accepted"),
                time(row, "resume_at"),
                constant(row, "priority", Priority.class),
                row.getInt("cycle"),
                time(row, "responded_at"),
                row.getString("resolved_by"),
                time(row, "resolved_at"),
                constant(row, "closure", Closure.class),
                time(row, "closed_at"),
                row.getString("merged_into"),
                row.getBoolean("archived"));
    }

    private List<String> counters() {
        return lines("SELECT dimension, value, open, total FROM ticket_counter");
    }

    private List<String> countedOnTheBoard() {
        var open = Arrays.stream(TicketStatus.values())
                .filter(TicketStatus::isOpen)
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", "));
        return lines("""
                SELECT dimension, value, count(*) FILTER (WHERE status IN (%s)) AS open, count(*) AS total
                FROM ticket_board CROSS JOIN LATERAL (VALUES ('all', 'all'), ('status', status),
                    ('priority', priority), ('type', type), ('category', category), ('channel', channel),
                    ('customer', customer_id), ('team', team_id), ('assignee', technician_id),
                    ('unassigned', CASE WHEN coalesce(team_id, technician_id) IS NULL THEN 'true' END))
                    AS counted (dimension, value)
                WHERE value IS NOT NULL GROUP BY dimension, value
                """.formatted(open));
    }

    private List<String> lines(String counted) {
        return db.sql("SELECT concat_ws(' ', dimension, value, open, total) FROM (" + counted
                        + ") AS counted ORDER BY 1")
                .query(String.class)
                .list();
    }

    private String digest(String view) {
        return Api.body(api.get(ADMIN, "/operations/projections/" + view + "/digest"));
    }

    private void rebuild(String view) {
        assertThat(api.post(ADMIN, "/operations/projections/" + view + "/rebuild"))
                .hasStatus(202);
        await().atMost(Duration.ofSeconds(60)).until(() -> rebuildOf(view), state -> !state.equals("RUNNING"));
        assertThat(rebuildOf(view)).isEqualTo("DONE");
    }

    private String rebuildOf(String view) {
        List<String> state = JsonPath.read(
                Api.body(api.get(ADMIN, "/operations/projections")),
                "$.items[?(@.name=='" + view + "')].rebuild.state");
        return state.get(0);
    }
}
