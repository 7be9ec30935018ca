package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.launcher.cli.CommandLine;
import dev.callout.launcher.database.Database;
import dev.callout.launcher.database.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running on a PostgreSQL that somebody else looks after. */
class ExistingDatabaseIT {

    /** Like docker-compose.yml: behind an entry with a name, scraped by address. */
    private static final Map<String, String> AS_IN_A_CONTAINER = Map.of(
            "CALLOUT_BIND", "0.0.0.0",
            "CALLOUT_BASE_URL", "http://desk.example.com",
            "CALLOUT_BEHIND_PROXY", "true",
            "CALLOUT_METRICS_TOKEN", "of-the-collector-alone");

    @TempDir
    Path folder;

    @Test
    void uses_it_and_starts_none_of_its_own() throws Exception {
        Database database;
        try (var elsewhere = postgres(false)) {
            database = elsewhere.start();
        }
        var settings = new HashMap<>(environment(database));
        settings.putAll(AS_IN_A_CONTAINER);
        try (var early = CalloutProcess.start(folder.resolve("callout"), settings);
                var postgres = postgres(false)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> early.output().contains("Waiting for PostgreSQL at " + database));
            assertThat(postgres.start()).isEqualTo(database);
            try (var callout = early) {
                callout.awaitReady();
                assertThat(callout.signIn("admin", callout.shownPassword())).isEqualTo(200);
                assertThat(folder.resolve("callout").resolve("postgres")).doesNotExist();
                is_measured_by_its_address_and_reached_by_its_name_alone(callout);
                tells_that_nothing_can_be_written(callout, database);
            }
            refuses_what_a_newer_callout_has_worked_on(database);
        }
    }

    /** On loopback, whose addresses are all this machine's. */
    private static void is_measured_by_its_address_and_reached_by_its_name_alone(CalloutProcess callout)
            throws Exception {
        var port = callout.url().getPort();
        for (var path : List.of("/actuator/prometheus", "/actuator/health/readiness")) {
            assertThat(status(port, "127.0.0.5", path)).as(path).isEqualTo(200);
            assertThat(status(port, "127.0.0.6", path)).as(path).isEqualTo(400);
            assertThat(status(port, "evil.example", path)).as(path).isEqualTo(400);
        }
        assertThat(status(port, "127.0.0.5", "/sign-in")).isEqualTo(400);
        assertThat(status(port, "desk.example.com", "/sign-in")).isEqualTo(200);
    }

    private static int status(int port, String host, String path) throws Exception {
        try (var socket = new Socket("127.0.0.5", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n"
                                    + "Authorization: Bearer of-the-collector-alone\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static void tells_that_nothing_can_be_written(CalloutProcess callout, Database database) throws Exception {
        var readiness = "/actuator/health/readiness";
        assertThat(callout.statusOf(readiness)).isEqualTo(200);
        execute(database, "ALTER ROLE callout SET default_transaction_read_only = on");
        execute(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                        + " AND usename = current_user");
        await().atMost(Duration.ofMinutes(1)).until(() -> callout.statusOf(readiness) == 503);
        assertThat(callout.statusOf("/actuator/health/liveness")).isEqualTo(200);
        execute(
                database,
                "SET default_transaction_read_only = off",
                "ALTER ROLE callout RESET default_transaction_read_only");
        execute(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                        + " AND usename = current_user");
        await().atMost(Duration.ofMinutes(1)).until(() -> callout.statusOf(readiness) == 200);
    }

    private void refuses_what_a_newer_callout_has_worked_on(Database database) throws Exception {
        execute(database, "INSERT INTO product_version (version) VALUES ('99.1.0')");
        ends(database, "Callout 99.1.0 has worked on this data; this is the older Callout 1.0.0");
        execute(database, "DELETE FROM product_version WHERE version = '99.1.0'");

        execute(database, """
                INSERT INTO flyway_schema_history
                SELECT max(installed_rank) + 1, '900', 'newer', 'SQL', 'V900__newer.sql', 0, 'callout', now(), 1, true
                FROM flyway_schema_history""");
        ends(database, "its tables have the migration 900, which this Callout 1.0.0");
        ends(
                database,
                "its tables have the migration 900",
                "backup",
                folder.resolve("newer.zip").toString());
        assertThat(folder.resolve("newer.zip")).doesNotExist();
    }

    private void ends(Database database, String why, String... words) throws Exception {
        try (var callout = CalloutProcess.start(folder.resolve("callout"), environment(database), words)) {
            assertThat(callout.exitCode()).isEqualTo(1);
            assertThat(callout.output()).contains(why, "Start the newer one").doesNotContain("Exception");
        }
    }

    private static void execute(Database database, String... steps) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var sql : steps) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void refuses_one_that_could_forget_acknowledged_work() throws Exception {
        try (var postgres = postgres(true)) {
            var database = postgres.start();
            try (var callout = CalloutProcess.start(folder.resolve("callout"), environment(database))) {
                assertThat(callout.exitCode()).isEqualTo(1);
                assertThat(callout.output())
                        .containsPattern("PostgreSQL runs with \\w+=off and could lose acknowledged work")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void says_in_one_line_that_a_database_does_not_answer_a_command() throws Exception {
        try (var frozen = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (var url : List.of(
                    "jdbc:postgresql://127.0.0.1:1/callout",
                    "jdbc:postgresql://127.0.0.1:" + frozen.getLocalPort() + "/callout")) {
                assertThat(said(url, "backup", folder.resolve("callout.zip").toString()))
                        .startsWith("The database at " + url + " does not answer: ");
            }
        }
    }

    @Test
    void waits_for_no_database_whose_host_has_no_address() {
        assertThat(said("jdbc:postgresql://db.invalid/callout"))
                .startsWith("The host that CALLOUT_DB_URL names has no address: jdbc:postgresql://db.invalid/callout");
    }

    /** The last line of what a command says that fails, without a process of its own. */
    private String said(String url, String... words) {
        var err = new ByteArrayOutputStream();
        var environment = new HashMap<>(environment(new Database(url, "callout", "")));
        environment.put("CALLOUT_DATA", folder.resolve("callout").toString());
        environment.put("CALLOUT_PORT", "0");
        var ended = new CommandLine(environment, System.out, new PrintStream(err, true)).run(words);
        assertThat(ended).isEqualTo(1);
        var lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.get(lines.size() - 1);
    }

    private EmbeddedDatabase postgres(boolean unsafe) throws Exception {
        return new EmbeddedDatabase(folder.resolve("elsewhere"), folder.resolve("cache"), unsafe);
    }

    private static Map<String, String> environment(Database database) {
        return Map.of(
                "CALLOUT_DB_URL", database.url(),
                "CALLOUT_DB_USER", database.user(),
                "CALLOUT_DB_PASSWORD", database.password());
    }
}
