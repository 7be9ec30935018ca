package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.launcher.database.Database;
import dev.callout.launcher.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running on a PostgreSQL that somebody else looks after. */
class ExistingDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void uses_it_and_starts_none_of_its_own() throws Exception {
        try (var postgres = postgres(false)) {
            var database = postgres.start();
            try (var callout = CalloutProcess.ready(folder.resolve("callout"), environment(database))) {
                assertThat(callout.signIn("admin", callout.shownPassword())).isEqualTo(200);
                assertThat(folder.resolve("callout").resolve("postgres")).doesNotExist();
            }
            refuses_what_a_newer_callout_has_worked_on(database);
        }
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

    private static void execute(Database database, String sql) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
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
    void says_in_one_line_that_nobody_answers() throws Exception {
        var nobody = new Database("jdbc:postgresql://127.0.0.1:1/callout", "callout", "");
        try (var callout = CalloutProcess.start(folder.resolve("callout"), environment(nobody))) {
            assertThat(callout.exitCode()).isEqualTo(1);
            assertThat(callout.output())
                    .contains("The database at jdbc:postgresql://127.0.0.1:1/callout")
                    .doesNotContain("Exception");
        }
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
