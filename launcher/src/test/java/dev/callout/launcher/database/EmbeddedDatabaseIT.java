package dev.callout.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own PostgreSQL: safe in what it writes, closed to strangers, and never in the way of the next start. */
class EmbeddedDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void writes_safely_and_lets_nobody_in_without_the_password() throws Exception {
        try (var postgres = postgres()) {
            var database = postgres.start();

            assertThatCode(() -> Durability.require(database)).doesNotThrowAnyException();
            assertThatCode(() -> SameTime.require(database, Clock.systemUTC())).doesNotThrowAnyException();
            refusesAClockThatIsOffBy(database, -90, "behind");
            refusesAClockThatIsOffBy(database, 90, "ahead");
            assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> new Database(database.url(), database.user(), "guess").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            var superuser = Files.readString(folder.resolve("postgres.password"));
            assertThat(database.password()).isNotEqualTo(superuser);
            assertThatThrownBy(() -> new Database(database.url(), "postgres", database.password()).connect())
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(
                            database,
                            "SELECT rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls OR"
                                    + " pg_has_role(current_user, 'pg_read_server_files', 'MEMBER') FROM pg_roles"
                                    + " WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    private static void refusesAClockThatIsOffBy(Database database, int seconds, String how) {
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        assertThatThrownBy(() -> SameTime.require(database, clock))
                .isInstanceOf(CannotRun.class)
                .hasMessageMatching("The clock of this machine is " + how + " of PostgreSQL's by (89|90|91) s\\..*");
    }

    @Test
    void bounds_the_sessions_of_the_application_and_lets_one_transaction_lift_that() throws Exception {
        try (var postgres = postgres()) {
            var database = postgres.start();
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute(SessionLimits.sqlFor(database).replace("15s", "100ms"));
                assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(0.5)"))
                        .hasMessageContaining("statement timeout");
                connection.setAutoCommit(false);
                statement.execute("SET LOCAL statement_timeout = 0; SET LOCAL transaction_timeout = 0");
                assertThatCode(() -> statement.execute("SELECT pg_sleep(0.5)")).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void starts_again_on_its_data_and_port_after_a_stop_and_beside_a_number_that_was_reused() throws Exception {
        String url;
        try (var postgres = postgres()) {
            var database = postgres.start();
            url = database.url();
            run(database, "CREATE TABLE kept AS SELECT 'here' AS word");
        }
        Files.writeString(
                folder.resolve("postgres").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var postgres = postgres()) {
            var database = postgres.start();
            assertThat(database.url()).isEqualTo(url);
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("here");
        }
    }

    @Test
    void comes_back_by_itself_where_it_was_after_all_of_it_was_killed_but_not_after_it_was_closed() throws Exception {
        try (var postgres = postgres()) {
            var database = postgres.start();
            run(database, "CREATE TABLE kept AS SELECT 'here' AS word");
            var postmaster = postmaster();
            var all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("here"));
            assertThat(postmaster().pid()).isNotEqualTo(postmaster.pid());
        }
        assertThat(folder.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        Thread.sleep(1_500); // somebody who looks after it would have seen it by now
        assertThat(folder.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void finishes_a_first_start_that_was_cut_off() throws Exception {
        Files.createDirectories(folder.resolve("postgres.new").resolve("base"));
        Files.writeString(folder.resolve("postgres.password"), "from the first try");

        try (var postgres = postgres()) {
            assertThat(ask(postgres.start(), "SELECT current_database()")).isEqualTo("callout");
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)))
                .orElseThrow();
    }

    private EmbeddedDatabase postgres() throws Exception {
        return new EmbeddedDatabase(folder, Path.of(System.getProperty("java.io.tmpdir"), "callout-test-cache"), false);
    }

    private static void run(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, String question) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
