package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void lists_every_command_in_its_help() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "serve",
                        "demo",
                        "status",
                        "rebuild",
                        "digest",
                        "processors",
                        "dead-letters",
                        "outbox",
                        "backup",
                        "restore",
                        "rotate-key",
                        "import",
                        "bench",
                        "prove",
                        "help",
                        "CALLOUT_PORT");
    }

    @Test
    void explains_one_command() {
        assertThat(run("help", "rebuild")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./callout rebuild VIEW... | --all");
    }

    @Test
    void does_not_understand_an_unknown_command() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\"dance\"").contains("./callout help");
    }

    @Test
    void does_not_understand_arguments_that_make_no_sense() {
        assertThat(run("rebuild")).isEqualTo(2);
        assertThat(run("status", "quo")).isEqualTo(2);
        assertThat(run("serve", "coffee")).isEqualTo(2);
        assertThat(run("dead-letters", "retry")).isEqualTo(2);
        assertThat(run("dead-letters", "burn", "all")).isEqualTo(2);
        assertThat(run("processors", "pause")).isEqualTo(2);
        assertThat(run("processors", "stop", "ticket-board")).isEqualTo(2);
        assertThat(run("backup")).isEqualTo(2);
        assertThat(run("restore", "one.zip", "two.zip")).isEqualTo(2);
        assertThat(run("rotate-key")).isEqualTo(2);
        assertThat(run("import", "jira", "file.csv")).isEqualTo(2);
        assertThat(run("import", "servicenow")).isEqualTo(2);
        assertThat(run("import", "servicenow", "file.csv", "--report")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: ./callout rebuild");
    }

    @Test
    void fails_in_one_line_when_the_environment_is_wrong() {
        environment.put("CALLOUT_DATA", folder.toString());
        environment.put("CALLOUT_PORT", "eighty");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("CALLOUT_PORT")
                .hasLineCount(1);
    }

    @Test
    void does_not_start_anything_with_what_cannot_be_a_master_key() throws IOException {
        environment.put("CALLOUT_DATA", folder.resolve("data").toString());
        environment.put("CALLOUT_MASTER_KEY", "not a key");
        assertThat(run()).isEqualTo(1);
        environment.remove("CALLOUT_MASTER_KEY");
        environment.put("CALLOUT_MASTER_KEY_FILE", folder.resolve("nowhere").toString());
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        malformed -> assertThat(malformed).startsWith("The master key in CALLOUT_MASTER_KEY must be"),
                        missing -> assertThat(missing).endsWith("nowhere cannot be read."));
        assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
    }

    @Test
    void says_so_when_there_can_be_no_data_folder() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        environment.put("CALLOUT_DATA", file.resolve("data").toString());
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("The data folder " + file.resolve("data") + " cannot be made or written to")
                .hasLineCount(1);
    }

    @Test
    void does_not_start_anything_for_an_import_of_what_is_no_export() throws IOException {
        environment.put("CALLOUT_DATA", folder.resolve("data").toString());
        var file = Files.writeString(folder.resolve("shopping.csv"), "apples,pears\n1,2\n");
        assertThat(run("import", "servicenow", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("This is no export of ServiceNow's incidents.")
                .hasLineCount(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private int run(String... words) {
        return new CommandLine(environment, new PrintStream(out, true), new PrintStream(err, true)).run(words);
    }
}
