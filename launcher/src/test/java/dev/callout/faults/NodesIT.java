package dev.callout.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.launcher.database.Database;
import dev.callout.launcher.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that take orders and two that keep the views, on one PostgreSQL; the last test kills one of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    private static final String TICKETS = DemoUser.TICKETS;
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(15); // the time-out of a claim, and 5 s

    @TempDir
    static Path folder;

    private EmbeddedDatabase postgres;
    private Database database;
    private Nodes nodes;
    private DemoUser first;
    private DemoUser second;
    private DemoUser reader;
    private String customer;

    @BeforeAll
    void start() throws Exception {
        postgres = new EmbeddedDatabase(folder, Path.of(System.getProperty("user.home"), ".cache", "callout"), false);
        database = postgres.start();
        nodes = new Nodes(folder, database, Map.of());
        nodes.start("command-1", "command-2", "query-1", "query-2");
        first = nodes.manager("command-1");
        second = first.at(nodes.url("command-2"));
        reader = first.at(nodes.url("query-1"));
        var registered = first.post(
                "/api/v1/customers", UUID.randomUUID(), "{\"kind\":\"BUSINESS\",\"name\":\"Acme\",\"vip\":false}");
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        customer = registered.json().get("id").asString();
    }

    @AfterAll
    void stop() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
        postgres.close();
    }

    @Test
    @Order(1)
    void each_answers_what_its_role_is_for_and_nothing_else() throws Exception {
        assertThat(first.get(TICKETS).status()).isEqualTo(405);
        assertThat(first.get("/api/v1/operations/projections").status()).isEqualTo(404);
        assertThat(reader.get(TICKETS).status()).isEqualTo(200);
        var nothing = reader.post(TICKETS, UUID.randomUUID(), problem());
        assertThat(nothing.status()).isEqualTo(405);
        for (var node : nodes.all()) {
            assertThat(node.statusOf("/actuator/health/readiness")).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void one_command_sent_to_both_at_once_is_done_once() throws Exception {
        var doors = List.of(first, second);
        for (var round = 0; round < 50; round++) {
            var id = UUID.randomUUID();
            var answers = AtOnce.each(4, who -> doors.get(who % 2).post(TICKETS, id, problem()));
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                assertThat(answer.body()).isEqualTo(answers.get(0).body());
            });
            assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                    .hasSize(1);
        }
    }

    @Test
    @Order(3)
    void writers_at_both_doors_leave_no_hole_in_a_ticket() throws Exception {
        var ticket = raised();
        var doors = List.of(first, second);
        var answers = AtOnce.each(16, who -> {
            var statuses = new java.util.ArrayList<Integer>();
            for (var n = 0; n < 10; n++) {
                var note = "{\"body\":\"Note " + n + " of " + who + "\"}";
                statuses.add(doors.get(n % 2)
                        .post(TICKETS + "/" + ticket + "/notes", UUID.randomUUID(), note)
                        .status());
            }
            return statuses;
        });

        var done = answers.stream()
                .flatMap(List::stream)
                .filter(status -> status == 201)
                .count();
        assertThat(answers.stream().flatMap(List::stream)).allMatch(status -> status == 201 || status == 409);
        try (var events = new StoredEvents(database)) {
            assertThat(events.sequenceNumbers(ticket))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(0, done).boxed().toList());
        }
    }

    @Test
    @Order(4)
    void one_of_each_killed_under_load_loses_nothing_and_work_goes_on() throws Exception {
        try (var witness = new Witness(first, List.of(nodes.url("command-1"), nodes.url("command-2")), customer)) {
            witness.begin();
            witness.awaitMore(300);
            nodes.kill("query-1");
            var killed = System.nanoTime();
            witness.awaitMore(100);
            nodes.kill("command-1");
            witness.awaitMore(300);
            witness.end();

            var survivor = second.at(nodes.url("query-2"));
            var last = second.post(TICKETS, UUID.randomUUID(), problem());
            Awaitility.await()
                    .atMost(TAKEN_OVER_WITHIN.plus(Duration.ofNanos(System.nanoTime() - killed)))
                    .until(() -> {
                        var read = survivor.get(
                                TICKETS + "/" + last.json().get("id").asString());
                        return read.status() == 200;
                    });

            assertThat(witness.refused()).isEmpty();
            try (var events = new StoredEvents(database)) {
                var stored = events.perCommand();
                assertThat(witness.acknowledged().keySet())
                        .hasSizeGreaterThan(700)
                        .allSatisfy(id -> assertThat(stored).containsEntry(id, 1));
            }
        }
    }

    private String raised() throws Exception {
        return first.post(TICKETS, UUID.randomUUID(), problem())
                .json()
                .get("id")
                .asString();
    }

    private String problem() {
        return """
                {"customerId":"%s","title":"No heat","description":"Cold.","type":"ISSUE","category":"HARDWARE",
                 "channel":"PHONE"}""".formatted(customer);
    }
}
