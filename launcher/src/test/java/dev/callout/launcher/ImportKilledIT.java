package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.launcher.importing.IncidentTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import of its own process, server and all, killed in the middle and started again. */
class ImportKilledIT {

    private static final Pattern SOME_ROWS_DONE = Pattern.compile("\\] [1-9]\\d*/");

    @TempDir
    Path folder;

    @Test
    void goes_on_where_it_was_killed_and_ends_complete() throws Exception {
        var file = excerptManyTimesOver();
        var truths = IncidentTruth.of(file);
        try (var first = CalloutProcess.start(folder, Map.of(), "import", "servicenow", file.toString())) {
            var deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while (!SOME_ROWS_DONE.matcher(first.output()).find()) {
                assertThat(System.nanoTime()).as(first.output()).isLessThan(deadline);
                Thread.sleep(20);
            }
            first.kill();
        }

        var second = imported(file);
        assertThat(second.get("tickets").asInt()).isEqualTo(truths.size());
        assertThat(second.get("rowsKnownBefore").asInt()).isPositive();
        assertThat(second.get("rows").asInt())
                .isEqualTo(
                        truths.values().stream().mapToInt(IncidentTruth::rows).sum());
    }

    /** Long enough to be killed in the middle. */
    private Path excerptManyTimesOver() throws IOException {
        var lines = Files.readAllLines(Path.of("src/test/resources/servicenow-excerpt.csv"));
        var all = new ArrayList<>(lines.subList(0, 1));
        for (var copy : List.of("INA", "INB", "INC", "IND")) {
            lines.stream().skip(1).map(line -> line.replaceFirst("^INC", copy)).forEach(all::add);
        }
        return Files.write(folder.resolve("incidents.csv"), all);
    }

    private JsonNode imported(Path file) throws Exception {
        var report = folder.resolve("report.json");
        try (var callout = CalloutProcess.start(
                folder, Map.of(), "import", "servicenow", file.toString(), "--report", report.toString())) {
            assertThat(callout.exitCode(Duration.ofMinutes(5)))
                    .as(callout.output())
                    .isZero();
            return new JsonMapper().readTree(Files.readString(report));
        }
    }
}
