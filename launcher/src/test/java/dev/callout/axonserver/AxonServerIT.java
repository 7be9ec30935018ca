package dev.callout.axonserver;

import static dev.callout.faults.DemoUser.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.faults.DemoUser;
import dev.callout.faults.Nodes;
import dev.callout.faults.Witness;
import dev.callout.launcher.CalloutProcess;
import dev.callout.launcher.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of each role on a real Axon Server: what one process on PostgreSQL does, they do. */
@Tag("axon-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AxonServerIT {

    private static final String PROJECTIONS = "/api/v1/operations/projections";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private EmbeddedDatabase postgres;
    private Gate gate;
    private Nodes nodes;
    private DemoUser manager;
    private DemoUser reader;
    private DemoUser admin;
    private String customer;

    @BeforeAll
    void start() throws Exception {
        RealAxonServer.forgetAll();
        postgres = new EmbeddedDatabase(folder, Path.of(System.getProperty("user.home"), ".cache", "callout"), false);
        gate = new Gate(RealAxonServer.address());
        nodes = new Nodes(
                folder,
                postgres.start(),
                Map.of("CALLOUT_EVENT_STORE", "axon-server", "CALLOUT_AXON_SERVER", gate.address()));
    }

    @AfterAll
    void stop() throws Exception {
        nodes.close();
        gate.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void waits_for_a_server_that_is_not_there_yet() throws Exception {
        var early = nodes.begin("command-1");
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .until(() -> early.output().contains("Waiting for Axon Server"));
        Thread.sleep(12_000); // the framework alone gives up after nine seconds
        assertThat(early.output()).doesNotContain("ready at");

        gate.open();
        early.awaitReady();
        nodes.start("command-2", "query-1", "query-2");
        for (var node : nodes.all()) {
            assertThat(node.statusOf("/actuator/health/readiness")).isEqualTo(200);
        }
        manager = nodes.manager("command-2");
        admin = nodes.admin("query-1");
        reader = manager.at(nodes.url("query-1"));
        var registered =
                manager.post("/api/v1/customers", UUID.randomUUID(), "{\"kind\":\"BUSINESS\",\"name\":\"Acme\"}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        customer = registered.json().get("id").asString();
    }

    @Test
    @Order(2)
    void leads_a_ticket_through_its_life() throws Exception {
        var commandId = UUID.randomUUID();
        var raised = manager.post(TICKETS, commandId, problem("No heat"));
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        var ticket = TICKETS + "/" + raised.json().get("id").asString();
        var again = manager.at(nodes.url("command-1")).post(TICKETS, commandId, problem("No heat"));
        assertThat(again.body()).isEqualTo(raised.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");

        var technician = nodes.technician("command-1");
        var work = manager.post(
                ticket + "/assign",
                UUID.randomUUID(),
                "{\"technicianId\":\"%s\",\"reason\":\"Nearest\"}".formatted(technician.accountId()));
        assertThat(work.status()).as(work.body()).isEqualTo(204);
        assertThat(technician.post(ticket + "/start", UUID.randomUUID(), "{}").code())
                .isEqualTo("TICKET_NOT_ACCEPTED");
        for (var step : List.of("accept", "start")) {
            assertThat(technician
                            .post(ticket + "/" + step, UUID.randomUUID(), "{}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(manager.put(ticket, "\"0\"", corrected()).status()).isEqualTo(412);
        var resolved = technician.post(ticket + "/resolve", UUID.randomUUID(), "{\"workDone\":\"New electrode\"}");
        assertThat(resolved.status()).isEqualTo(204);

        for (var node : List.of("query-1", "query-2")) {
            var seen = manager.at(nodes.url(node)).getFresh(ticket, resolved.position());
            assertThat(seen.json().get("status").asString()).isEqualTo("RESOLVED");
        }
        assertThat(manager.post(TICKETS + "/TCK-0/accept", UUID.randomUUID(), "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void takes_an_old_service_desk_over() throws Exception {
        var report = folder.resolve("report.json");
        var file = Path.of("src/test/resources/servicenow-excerpt.csv").toAbsolutePath();
        try (var errand = nodes.errand("import", "servicenow", file.toString(), "--report", report.toString())) {
            assertThat(errand.exitCode(Duration.ofMinutes(6)))
                    .as(errand.output())
                    .isZero();
        }
        assertThat(Files.readString(report)).contains("\"tickets\"");
    }

    @Test
    @Order(4)
    void computes_a_view_anew() throws Exception {
        var view = PROJECTIONS + "/projection-ticket-details";
        Awaitility.await()
                .atMost(SOON)
                .until(() -> admin.get(PROJECTIONS).body().contains("\"lag\":0"));
        var before = admin.get(view + "/digest").body();
        assertThat(admin.post(view + "/rebuild", UUID.randomUUID(), "").status())
                .isEqualTo(202);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> admin.get(PROJECTIONS).body().contains("\"DONE\""));
        assertThat(admin.get(view + "/digest").body()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void shows_in_metrics_that_views_which_read_everything_are_not_behind() {
        for (var node : List.of("query-1", "query-2", "command-1")) {
            Awaitility.await().atMost(SOON).untilAsserted(() -> {
                var scraped = scrape(node);
                assertThat(scraped).doesNotContain("__config").contains("callout_audit_unsealed_seconds ");
                assertThat(scraped.lines().filter(line -> line.startsWith("callout_processor_lag_")))
                        .as(node)
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith(" 0.0"));
                assertThat(scraped.lines().filter(line -> line.startsWith("callout_processor_running{")))
                        .as(node)
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith(" 1.0"));
            });
        }
    }

    private String scrape(String node) throws Exception {
        var answer = admin.at(nodes.url(node)).get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(4)
    void restores_a_backup_only_beside_the_events_it_was_computed_from() throws Exception {
        var backup = folder.resolve("callout.zip").toString();
        assertThat(ended(nodes.errand("backup", backup)))
                .contains("The events are not in it: they are in Axon Server.")
                .doesNotContain("All as it was saved");
        var empty = new EmbeddedDatabase(
                folder.resolve("restored"), Path.of(System.getProperty("user.home"), ".cache", "callout"), false);
        try (empty) {
            var restored = new Nodes(
                    folder.resolve("restored"),
                    empty.start(),
                    Map.of("CALLOUT_EVENT_STORE", "axon-server", "CALLOUT_AXON_SERVER", RealAxonServer.address()));
            assertThat(ended(restored.errand("restore", backup)))
                    .contains("The tables are as they were saved; the events are those that Axon Server has.")
                    .containsPattern("the last [1-9]\\d* sealed events were compared")
                    .doesNotContain("All as it was saved");
        }
    }

    private static String ended(CalloutProcess command) throws Exception {
        try (command) {
            assertThat(command.exitCode(Duration.ofMinutes(3)))
                    .as(command.output())
                    .isZero();
            return command.output();
        }
    }

    @Test
    @Order(5)
    void answers_503_while_the_server_is_lost_and_goes_on_when_it_is_back() throws Exception {
        gate.shut();
        var commandId = UUID.randomUUID();
        var lost = manager.post(TICKETS, commandId, problem("Lost"));
        assertThat(lost.status()).as(lost.body()).isEqualTo(503);
        assertThat(lost.header("Retry-After")).isNotNull();
        goes_on_reading_what_needs_no_events();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> nodes.process("command-2").statusOf("/actuator/health/readiness") == 503);

        gate.open();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> manager.post(TICKETS, commandId, problem("Lost")).status() == 201);
        assertThat(RealAxonServer.eventsPerCommand()).containsEntry(commandId, 1);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> nodes.process("query-1").statusOf("/actuator/health/readiness") == 200);
    }

    /** What needs them says so, with the time after which to ask again; nothing fails or hangs. */
    private void goes_on_reading_what_needs_no_events() throws Exception {
        var tickets = reader.get(TICKETS);
        assertThat(tickets.status()).isEqualTo(200);
        var ticket = TICKETS + "/" + tickets.json().at("/items/0/ticketId").asString();
        for (var path : List.of(
                ticket,
                ticket + "/history",
                "/api/v1/customers",
                "/api/v1/processors",
                PROJECTIONS,
                "/api/v1/operations/dead-letters",
                PROJECTIONS + "/projection-customers/digest",
                "/api/v1/audit/checkpoints",
                "/actuator/prometheus",
                "/actuator/health/liveness")) {
            assertThat(admin.at(nodes.url("query-2")).get(path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        var past = ticket + "?asOf=" + Instant.now().minusSeconds(1);
        var answer = admin.at(nodes.url("query-2")).get(past);
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.code()).isEqualTo("STORE_UNAVAILABLE");
    }

    @Test
    @Order(6)
    void one_of_each_killed_under_load_loses_nothing_and_work_goes_on() throws Exception {
        try (var witness = new Witness(manager, List.of(nodes.url("command-1"), nodes.url("command-2")), customer)) {
            witness.begin();
            witness.awaitMore(200);
            nodes.kill("query-1");
            witness.awaitMore(50);
            nodes.kill("command-1");
            witness.awaitMore(200);
            witness.end();

            var last = manager.post(TICKETS, UUID.randomUUID(), problem("The last one"));
            var ticket = TICKETS + "/" + last.json().get("id").asString();
            var survivor = manager.at(nodes.url("query-2"));
            Awaitility.await().atMost(SOON).until(() -> survivor.get(ticket).status() == 200);

            assertThat(witness.refused()).isEmpty();
            var stored = RealAxonServer.eventsPerCommand();
            assertThat(witness.acknowledged().keySet())
                    .hasSizeGreaterThan(450)
                    .allSatisfy(id -> assertThat(stored).containsEntry(id, 1));
        }
    }

    private static String corrected() {
        return """
                {"title":"No heat at all","description":"Cold.","type":"ISSUE","category":"HARDWARE"}""";
    }

    private String problem(String title) {
        return """
                {"customerId":"%s","title":"%s","description":"Cold.","type":"ISSUE","category":"HARDWARE",
                 "channel":"PHONE"}""".formatted(customer, title);
    }
}
