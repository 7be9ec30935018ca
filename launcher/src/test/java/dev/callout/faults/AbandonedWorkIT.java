package dev.callout.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Inside;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process had in hand when it was killed is taken up by another, or by the same one after its restart. */
@ExtendWith(RunningCallout.class)
class AbandonedWorkIT {

    private static final String ITS_LOOKS =
            "scheduled_tasks WHERE position(convert_to(:ticket, 'UTF8') IN task_data) > 0";

    private final Desk desk;
    private final JdbcClient database;

    AbandonedWorkIT(RunningCallout callout) {
        desk = new Desk(callout);
        database = Inside.database(callout);
    }

    @Test
    void a_look_at_a_ticket_that_somebody_died_over_is_taken() {
        var ticket = desk.created();
        await().atMost(Duration.ofSeconds(30)).until(() -> looks(ticket, "") == 1);
        var taken = database.sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'somebody gone',"
                        + " execution_time = now() - INTERVAL '20 seconds',"
                        + " last_heartbeat = now() - INTERVAL '20 seconds' WHERE task_instance ="
                        + " (SELECT task_instance FROM " + ITS_LOOKS + ")")
                .param("ticket", ticket)
                .update();
        assertThat(taken).isEqualTo(1);

        await().atMost(Duration.ofSeconds(20)).until(() -> looks(ticket, " AND picked") == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> looks(ticket, " AND execution_time > now()") == 1);
    }

    @Test
    void a_ticket_solved_while_somebody_looks_at_it_stops_nothing() {
        var ticket = desk.assigned();
        await().atMost(Duration.ofSeconds(30)).until(() -> looks(ticket, "") == 1);
        var look = database.sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'somebody busy',"
                        + " last_heartbeat = now() + INTERVAL '2 minutes' WHERE task_instance ="
                        + " (SELECT task_instance FROM " + ITS_LOOKS + ") RETURNING task_instance")
                .param("ticket", ticket)
                .query(String.class)
                .single();
        desk.step(desk.technician, ticket, "accept", Map.of());
        desk.step(desk.technician, ticket, "start", Map.of());
        desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "Switched it on."));

        var next = desk.created();
        await().atMost(Duration.ofSeconds(30)).until(() -> looks(next, "") == 1);
        database.sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(look)
                .update();
    }

    private long looks(String ticket, String which) {
        return database.sql("SELECT count(*) FROM " + ITS_LOOKS + which)
                .param("ticket", ticket)
                .query(Long.class)
                .single();
    }
}
