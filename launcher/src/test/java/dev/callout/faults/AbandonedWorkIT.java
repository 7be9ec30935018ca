package dev.callout.faults;

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
        take(ticket, "somebody gone", "now() - INTERVAL '20 seconds'");

        await().atMost(Duration.ofSeconds(20)).until(() -> looks(ticket, " AND picked") == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> looks(ticket, " AND execution_time > now()") == 1);
    }

    @Test
    void a_ticket_solved_while_somebody_looks_at_it_stops_nothing() {
        var ticket = desk.assigned();
        await().atMost(Duration.ofSeconds(30)).until(() -> looks(ticket, "") == 1);
        var look = take(ticket, "somebody busy", "now() + INTERVAL '2 minutes'");
        desk.step(desk.technician, ticket, "accept", Map.of());
        desk.step(desk.technician, ticket, "start", Map.of());
        desk.step(desk.technician, ticket, "resolve", Map.of("workDone", "Switched it on."));

        var next = desk.created();
        await().atMost(Duration.ofSeconds(30)).until(() -> looks(next, "") == 1);
        database.sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(look)
                .update();
    }

    /** Has somebody else be at the ticket's only look, which is overdue, and says which one that is. */
    private String take(String ticket, String who, String lastHeartbeat) {
        return database.sql("UPDATE scheduled_tasks SET picked = true, picked_by = :who,"
                        + " execution_time = now() - INTERVAL '20 seconds', last_heartbeat = " + lastHeartbeat
                        + " WHERE task_instance = (SELECT task_instance FROM " + ITS_LOOKS
                        + ") RETURNING task_instance")
                .param("ticket", ticket)
                .param("who", who)
                .query(String.class)
                .single();
    }

    private long looks(String ticket, String which) {
        return database.sql("SELECT count(*) FROM " + ITS_LOOKS + which)
                .param("ticket", ticket)
                .query(Long.class)
                .single();
    }
}
