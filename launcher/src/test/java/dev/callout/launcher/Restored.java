package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callout.launcher.cli.CommandLine;
import dev.callout.launcher.database.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A data folder that a backup was brought back to, and an operator's commands on it. */
record Restored(Path folder, Map<String, String> environment) {

    static Restored in(Path folder, Path masterKey) {
        return new Restored(
                folder,
                Map.of(
                        "CALLOUT_DATA", folder.toString(),
                        "CALLOUT_MASTER_KEY_FILE", masterKey.toString(),
                        "CALLOUT_DATABASE_ALLOW_UNSAFE", "true"));
    }

    Restored with(String name, String value) {
        var more = new HashMap<>(environment);
        more.put(name, value);
        return new Restored(folder, more);
    }

    CalloutProcess started() throws Exception {
        var callout = CalloutProcess.ready(folder, environment);
        await().atMost(Duration.ofMinutes(2)).until(this::everyViewIsUpToDate);
        return callout;
    }

    private boolean everyViewIsUpToDate() {
        return does("status").lines().skip(1).allMatch(line -> line.matches("\\S+ +RUNNING .* 0"));
    }

    /** The digest of each table of each view, once every view has read everything. */
    List<String> digests() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> does("status")
                        .lines()
                        .filter(line -> line.startsWith("projection-"))
                        .allMatch(line -> line.endsWith(" 0")));
        return does("digest").lines().filter(line -> line.length() > 64).toList();
    }

    String does(String... words) {
        return ends(0, words);
    }

    /** What a command prints; it must end with this exit code. */
    String ends(int exitCode, String... words) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var ended = new CommandLine(environment, out, out).run(words);
        var text = printed.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(text).isEqualTo(exitCode);
        return text;
    }

    /** Works on the tables while no product runs on them. */
    void onItsTables(Work work) throws Exception {
        try (var postgres =
                new EmbeddedDatabase(folder, Path.of(System.getProperty("user.home"), ".cache", "callout"), true)) {
            try (var connection = postgres.start().connect()) {
                work.on(connection);
            }
        }
    }

    /** Something done with SQL. */
    interface Work {

        void on(Connection connection) throws Exception;
    }
}
