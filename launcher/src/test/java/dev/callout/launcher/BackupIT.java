package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import dev.callout.journeys.Caller;
import dev.callout.launcher.backup.Archive;
import dev.callout.launcher.backup.Manifest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The drill: saved while people work, brought back elsewhere, and nothing that was acknowledged is missing. */
@ExtendWith(RunningCallout.class)
class BackupIT {

    private static final String TICKETS = "/api/v1/service-desk/tickets";
    private static final Map<String, String> PROBLEM = Map.of(
            "title", "Printer is silent",
            "description", "It takes paper and does nothing.",
            "type", "ISSUE",
            "category", "HARDWARE",
            "channel", "WEB_PORTAL");

    @TempDir
    Path folder;

    @Test
    void brings_back_one_moment_of_a_busy_product_with_all_that_was_acknowledged_before_it(RunningCallout callout)
            throws Exception {
        var file = folder.resolve("callout.zip");
        var source = Restored.in(callout.dataFolder(), callout.dataFolder().resolve("master.key"));
        var restored = Restored.in(folder.resolve("restored"), source.folder().resolve("master.key"));
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var stop = new AtomicBoolean();
        var customer = Caller.of(callout).as("acme-user");
        var work = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                acknowledged.add(customer.post(TICKETS, PROBLEM).expect(201).id());
            }
        });
        while (acknowledged.size() < 100) {
            Thread.sleep(10);
        }
        var before = List.copyOf(acknowledged);
        assertThat(source.does("backup", file.toString())).contains("The master key is not in it");
        var after = acknowledged.size();
        stop.set(true);
        work.join();
        assertThat(after).as("work went on meanwhile").isGreaterThan(before.size());

        var saved = manifest(file);
        assertThat(restored.does("restore", file.toString())).contains("All as it was saved");
        restored.onItsTables(connection -> {
            assertThat(strings(connection, "SELECT ticket_id FROM ticket_register"))
                    .containsAll(before);
            assertThat(number(connection, "SELECT max(global_index) FROM domain_event_entry"))
                    .isEqualTo(saved.lastEvent());
            assertThat(number(connection, """
                            SELECT max((convert_from(token, 'UTF8')::json ->> 'index')::bigint) FROM token_entry""")).isLessThanOrEqualTo(saved.lastEvent());
            assertThat(strings(
                            connection,
                            "SELECT DISTINCT aggregate_identifier FROM domain_event_entry"
                                    + " WHERE aggregate_identifier LIKE 'TCK-%'"))
                    .isEqualTo(strings(connection, "SELECT ticket_id FROM ticket_register"));
            // nothing falls due from here on: a ticket that resumes by itself would be one event more
            connection
                    .createStatement()
                    .execute("UPDATE scheduled_tasks SET execution_time = now() + interval '1 day'");
        });

        var views = worksOnAndComputesTheSameViews(restored, source);
        losesAllViewsAndComputesThemAgain(restored, views);
    }

    private List<String> worksOnAndComputesTheSameViews(Restored restored, Restored source) throws Exception {
        try (var callout = restored.started()) {
            var views = restored.digests();
            restored.does("rebuild", "--all");
            assertThat(restored.digests()).isEqualTo(views);
            assertThat(callout.signIn("acme-user", RunningCallout.PASSWORD)).isEqualTo(200);
            assertThat(restored.folder().resolve("demo")).as("a demo stays one").exists();
            assertThat(source.does("status")).contains("RUNNING");
            return views;
        }
    }

    private void losesAllViewsAndComputesThemAgain(Restored restored, List<String> views) throws Exception {
        restored.onItsTables(connection -> {
            for (var view : views) {
                connection.createStatement().execute("TRUNCATE " + view.substring(view.lastIndexOf(' ') + 1));
            }
            connection.createStatement().execute("DELETE FROM token_entry");
        });
        try (var callout = restored.started()) {
            assertThat(callout.output()).contains("ready");
            assertThat(restored.digests()).isEqualTo(views);
        }
    }

    @Test
    void saves_every_table_there_is(RunningCallout callout) throws Exception {
        var source = Restored.in(callout.dataFolder(), callout.dataFolder().resolve("master.key"));
        source.does("backup", folder.toString());
        try (var files = java.nio.file.Files.list(folder)) {
            var names = new HashSet<>(manifest(files.findFirst().orElseThrow()).tables().stream()
                    .map(Manifest.Table::name)
                    .toList());
            names.add("flyway_schema_history");
            names.add("write_probe"); // always empty, and unlogged so that no backup waits for it
            assertThat(names)
                    .isEqualTo(new HashSet<>(dev.callout.journeys.Inside.database(callout)
                            .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                            .query(String.class)
                            .list()));
        }
    }

    private static Manifest manifest(Path file) throws Exception {
        try (var archive = Archive.open(file)) {
            return archive.manifest();
        }
    }

    private static Set<String> strings(Connection connection, String question) throws Exception {
        var answers = new HashSet<String>();
        try (var row = connection.createStatement().executeQuery(question)) {
            while (row.next()) {
                answers.add(row.getString(1));
            }
        }
        return answers;
    }

    private static long number(Connection connection, String question) throws Exception {
        return Long.parseLong(strings(connection, question).iterator().next());
    }
}
