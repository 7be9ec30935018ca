package dev.callout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.benchmarks.report.Run;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has the harness measure a real product for a moment: what counts here is that it can, not how fast it was. */
class BenchIT {

    @TempDir
    private Path folder;

    @Test
    void measures_everything_beside_its_floor() throws Exception {
        var run = measure("--tickets", "200", "--clients", "2", "--rounds", "1", "--seconds", "0.2", "--warm-up", "1");

        var level = run.levels().get(0);
        assertThat(level.comparisons())
                .hasSize(Operation.Kind.values().length)
                .allSatisfy(comparison -> assertThat(comparison.floor().times()).isPositive());
        assertThat(level.tickets()).isGreaterThanOrEqualTo(200);
        assertThat(level.bytesPerTicket().get("events")).isBetween(500L, 50_000L);
        assertThat(level.memory().jvm()).isPositive();
        assertThat(run.facts().get("Acknowledged")).endsWith("all of them stored, none twice");
        assertThat(folder.resolve("report.html")).exists();
    }

    @Test
    void computes_every_view_anew() throws Exception {
        var run = measure("rebuild", "--events", "500");

        var rebuilt = run.rebuilds().get(0);
        assertThat(rebuilt.events()).isBetween(400L, 1_000L);
        assertThat(rebuilt.read().events()).isEqualTo(rebuilt.copied().events()).isEqualTo(rebuilt.events());
        assertThat(rebuilt.views()).extracting(view -> view.name()).contains("projection-ticket-board");
    }

    private Run measure(String... words) throws Exception {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--report", folder.toString()));
        var checkout = Path.of("..").toAbsolutePath().normalize();
        return Benchmarks.measure(
                Options.from(arguments, checkout), checkout, new PrintStream(new ByteArrayOutputStream()));
    }
}
