package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.RunningCallout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Results go to standard output, all else to standard error; what is wrong is said in one line with the way on. */
@ExtendWith(RunningCallout.class)
class CommandsIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final RunningCallout callout;

    @TempDir
    Path folder;

    CommandsIT(RunningCallout callout) {
        this.callout = callout;
    }

    @Test
    void print_only_results_where_a_script_reads_them() {
        assertThat(run("status")).isZero();
        assertThat(printed().lines()).first().asString().startsWith("VIEW");
        assertThat(said()).isEmpty();

        assertThat(run("digest", "ticket-board")).isZero();
        assertThat(printed().lines()).isNotEmpty().allMatch(line -> line.matches("[0-9a-f]{64} +\\d+ +\\S+"));
        assertThat(said()).isEmpty();

        assertThat(run("rebuild", "ticket-board")).isZero();
        assertThat(printed()).isEmpty();
        assertThat(said()).startsWith("projection-ticket-board").hasLineCount(1);

        assertThat(run("backup", folder.resolve("all.zip").toString())).isZero();
        assertThat(printed()).startsWith(folder.resolve("all.zip") + ": ").hasLineCount(1);
        assertThat(said()).contains("The master key is not in it");
    }

    @Test
    void name_the_groups_there_are_when_there_is_none_of_that_name() {
        for (var action : new String[] {"retry", "discard"}) {
            assertThat(run("dead-letters", action, "projection-nothing")).isEqualTo(1);
            assertThat(printed()).isEmpty();
            assertThat(said())
                    .contains("There is no group \"projection-nothing\"", "projection-ticket-board")
                    .hasLineCount(1);
        }
        assertThat(run("processors", "pause", "nothing")).isEqualTo(1);
        assertThat(said()).contains("There is no processor \"nothing\"").hasLineCount(1);
        assertThat(run("rebuild", "nothing")).isEqualTo(1);
        assertThat(said())
                .contains("There is no view \"nothing\"", "projection-ticket-board")
                .hasLineCount(1);
    }

    @Test
    void name_a_folder_that_is_not_there() {
        var missing = folder.resolve("missing");
        assertThat(run("backup", missing.resolve("all.zip").toString())).isEqualTo(1);
        assertThat(said())
                .startsWith("There is no such file or folder: " + missing)
                .hasLineCount(1);
        assertThat(run(
                        "import",
                        "servicenow",
                        "any.csv",
                        "--report",
                        missing.resolve("report.json").toString()))
                .isEqualTo(1);
        assertThat(said()).startsWith("There is no folder " + missing).hasLineCount(1);
        assertThat(run("verify-audit", "--checkpoint", missing.toString())).isEqualTo(1);
        assertThat(said()).startsWith("There is no file " + missing).hasLineCount(1);
        assertThat(run("restore", missing.toString())).isEqualTo(1);
        assertThat(said()).contains("no file " + missing).hasLineCount(1);
        assertThat(run("check-proof", missing.toString())).isEqualTo(1);
        assertThat(said()).startsWith("There is no file " + missing).hasLineCount(1);
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return new CommandLine(
                        Map.of("CALLOUT_DATA", callout.dataFolder().toString()),
                        new PrintStream(out, true),
                        new PrintStream(err, true))
                .run(words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
