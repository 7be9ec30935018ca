package dev.callout.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Desk;
import dev.callout.journeys.Inside;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has a connection to the database never waits for a second one: with a single one left, work goes on. */
@ExtendWith(RunningCallout.class)
class OneConnectionIT {

    private final Desk desk;
    private final HikariDataSource pool;

    OneConnectionIT(RunningCallout callout) {
        desk = new Desk(callout);
        pool = Inside.of(callout).getBean(HikariDataSource.class);
    }

    private interface Work {

        void now() throws Exception;
    }

    private void withOneConnectionLeft(Work work) throws Exception {
        var held = new ArrayList<Connection>();
        try {
            holdAll(held);
            close(held.remove(0));
            work.now();
        } finally {
            for (var connection : held) {
                close(connection);
            }
        }
    }

    /** All that nobody else holds at the moment, such as a view at work. */
    private void holdAll(List<Connection> held) throws SQLException {
        try {
            while (held.size() < pool.getMaximumPoolSize()) {
                held.add(pool.getConnection());
            }
        } catch (SQLTransientConnectionException noneLeft) {
            assertThat(held).hasSizeGreaterThan(pool.getMaximumPoolSize() / 2);
        }
    }

    private static void close(Connection connection) throws SQLException {
        connection.close();
    }

    @Test
    @Timeout(120)
    void work_goes_on_when_all_connections_but_one_are_taken() throws Exception {
        var raised = desk.raise(desk.acmeUser);
        var ticket = raised.id();
        desk.read(desk.dispatcher, ticket, raised);
        withOneConnectionLeft(() -> {
            desk.step(desk.dispatcher, ticket, "assign", Map.of("technicianId", Desk.accountOf(desk.technician)));
            desk.step(desk.technician, ticket, "accept", Map.of());
            desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", "Any news?"))
                    .expect(201);
            desk.acmeUser
                    .attach(
                            UUID.randomUUID().toString(),
                            Desk.TICKETS + "/" + ticket + "/attachments",
                            "log.txt",
                            "text/plain",
                            "It hums.".getBytes(UTF_8),
                            false)
                    .expect(201);
            desk.dispatcher.get(Desk.TICKETS + "/" + ticket).expect(200);
            desk.dispatcher
                    .get(Desk.TICKETS + "/" + ticket + "?asOf=" + Instant.now())
                    .expect(200);
            desk.dispatcher.get(Desk.TICKETS + "/" + ticket + "/history").expect(200);
            desk.dispatcher.get(Desk.TICKETS + "/" + ticket + "/sla-tracking");
            desk.raise(desk.consumer);
            desk.tryStep(desk.acmeUser, ticket, "assign", Map.of()).expect(403); // noted in the security log
            desk.nobody.as("acme-user").get("/api/v1/auth/me").expect(200);
        });
    }

    @Test
    @Timeout(120)
    void many_at_once_take_turns_at_the_last_connection() throws Exception {
        var ticket = desk.created();
        withOneConnectionLeft(() -> {
            var begun = System.nanoTime();
            List<Answer> answers = AtOnce.each(
                    24, who -> desk.tryStep(desk.acmeUser, ticket, "comments", Map.of("body", "Any news " + who)));
            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        });
    }
}
