package dev.callout.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNowImportTest {

    private final List<List<Map<String, Object>>> requests = new CopyOnWriteArrayList<>();
    private final List<String> content = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void header() {
        content.add("number,incident_state,caller_id,opened_by,opened_at,sys_updated_at,contact_type,location,category,"
                + "subcategory,u_symptom,cmdb_ci,priority,assignment_group,assigned_to,closed_code,resolved_by,"
                + "resolved_at,closed_at");
    }

    @Test
    void sends_whole_incidents_and_long_ones_piece_by_piece_in_their_order() throws IOException {
        rows("INC1", 30);
        rows("INC2", 30);
        rows("INC3", 450);
        run(this::imported);
        assertThat(requests).extracting(List::size).containsExactlyInAnyOrder(60, 200, 200, 50);
        assertThat(requests.stream()
                        .flatMap(List::stream)
                        .filter(line -> line.get("number").equals("INC3"))
                        .map(line -> line.get("position")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 450).boxed().toList());
    }

    @Test
    void reports_what_became_of_each_row() throws IOException {
        rows("INC1", 5);
        content.add("INC1,Active");
        var report = run(lines -> new ImportAnswer(
                List.of(
                        new LineResult("INC1", 1, "KNOWN", 2, null, null, null),
                        new LineResult("INC1", 2, "IMPORTED", 3, null, null, null),
                        new LineResult("INC1", 3, "IMPORTED", 2, "ASSIGNED_TO_RESOLVED", null, null),
                        new LineResult("INC1", 4, "IMPORTED", 2, "ASSIGNED_TO_RESOLVED", null, null),
                        new LineResult("INC1", 5, "REFUSED", 0, null, "UNKNOWN_STATE", "Never heard of it.")),
                4));
        var summary = report.summary();
        assertThat(summary.rows()).isEqualTo(6);
        assertThat(summary.rowsInFile()).isEqualTo(6);
        assertThat(summary.rowsUnaccountedFor()).isZero();
        assertThat(summary.tickets()).isEqualTo(1);
        assertThat(summary.newTickets()).isZero();
        assertThat(summary.eventsAdded()).isEqualTo(3 + 2 + 2 + 4);
        assertThat(summary.rowsByOrdinarySteps()).isEqualTo(1);
        assertThat(summary.importSteps()).isEqualTo(Map.of("ASSIGNED_TO_RESOLVED", 2L));
        assertThat(summary.rowsKnownBefore()).isEqualTo(1);
        assertThat(summary.refused()).extracting(RefusedRow::line).containsExactly(6L, 7L);
        assertThat(report.nothingRefused()).isFalse();
        assertThat(printed(report))
                .contains("2 ASSIGNED_TO_RESOLVED")
                .contains("line 6 (INC1): UNKNOWN_STATE Never heard of it.")
                .contains("line 7 (INC1): WRONG_COLUMNS")
                .contains("6 rows in the file = 3 taken + 1 known before + 2 refused");
    }

    @Test
    void says_how_many_rows_nobody_accounted_for() throws IOException {
        rows("INC1", 5);
        var report = run(lines -> new ImportAnswer(List.of(), 0));
        assertThat(report.unaccountedFor()).isEqualTo(5);
        assertThat(printed(report)).contains("5 UNACCOUNTED FOR");
    }

    @Test
    void rows_of_many_characters_go_in_small_requests() throws IOException {
        for (var i = 0; i < 30; i++) {
            content.add("INC" + i + ",New,?,?,29-02-2016 01:16,29-02-2016 01:23,Phone,?," + "x".repeat(20_000)
                    + ",?,?,?,?,?,?,?,?,?,?");
        }
        run(this::imported);
        assertThat(requests).allMatch(lines -> lines.size() <= 7).hasSizeGreaterThan(4);
    }

    @Test
    void stops_when_the_server_is_gone() {
        for (var i = 0; i < 50; i++) {
            rows("INC" + i, 60);
        }
        assertThatThrownBy(() -> run(lines -> {
                    requests.add(lines);
                    throw new IOException("gone");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
        assertThat(requests).hasSizeLessThan(50);
    }

    private ImportAnswer imported(List<Map<String, Object>> lines) {
        requests.add(lines);
        return new ImportAnswer(
                lines.stream()
                        .map(line -> new LineResult(
                                (String) line.get("number"),
                                (int) line.get("position"),
                                "IMPORTED",
                                2,
                                null,
                                null,
                                null))
                        .toList(),
                0);
    }

    private ImportReport run(ServiceNowImport.Server server) throws IOException {
        var file = Files.write(folder.resolve("incidents.csv"), content);
        return new ServiceNowImport(server, done -> {}).run(new ServiceNowFile(file), "incidents.csv");
    }

    private void rows(String number, int count) {
        for (var i = 0; i < count; i++) {
            content.add(
                    number + ",New,?,?,29-02-2016 01:16,29-02-2016 01:23,Phone,?,row " + i + ",?,?,?,?,?,?,?,?,?,?");
        }
    }

    private static String printed(ImportReport report) {
        var out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true));
        return out.toString(StandardCharsets.UTF_8);
    }
}
