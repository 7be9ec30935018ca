package dev.callout.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNowFileTest {

    private static final String HEADER =
            "number,incident_state,caller_id,opened_by,opened_at,sys_updated_at,contact_type,"
                    + "location,category,subcategory,u_symptom,cmdb_ci,priority,assignment_group,assigned_to,closed_code,"
                    + "resolved_by,resolved_at,closed_at,vendor";

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final List<Incident.Row> rows = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void reads_each_incident_with_its_rows_in_place() throws IOException {
        lines(HEADER, row("INC1", "New"), row("INC1", "Active"), row("INC2", "New"));
        read();
        assertThat(refused).isEmpty();
        assertThat(rows).extracting(Incident.Row::fileLine).containsExactly(2L, 3L, 4L);
        assertThat(fields("number")).containsExactly("INC1", "INC1", "INC2");
        assertThat(fields("position")).containsExactly(1, 2, 1);
        assertThat(rows.get(0).fields())
                .containsEntry("openedAt", "29-02-2016 01:16")
                .containsEntry("symptom", "Symptom \"72\", wet")
                .doesNotContainKey("vendor");
    }

    @Test
    void a_resolution_stands_unless_the_incident_opens_again() throws IOException {
        lines(
                HEADER,
                row("INC1", "Resolved"),
                row("INC1", "Active"),
                row("INC1", "Resolved").replace("?", "first"),
                row("INC1", "Closed"),
                row("INC2", "Resolved"));
        read();
        assertThat(fields("resolutionStands")).containsExactly(false, false, true, true, true);
    }

    @Test
    void accepts_a_byte_order_mark_and_lines_that_end_as_on_windows() throws IOException {
        content.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        content.writeBytes((HEADER + "\r\n" + row("INC1", "New") + "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(read().roughCount()).isEqualTo(1);
        assertThat(rows).hasSize(1);
    }

    @Test
    void a_row_with_too_few_or_too_many_columns_keeps_its_place_and_stays_out() throws IOException {
        lines(HEADER, row("INC1", "New"), "INC1,Active", row("INC1", "Resolved"), row("INC2", "New") + ",more");
        read();
        assertThat(refused).extracting(RefusedRow::line).containsExactly(3L, 5L);
        assertThat(refused).extracting(RefusedRow::code).containsOnly("WRONG_COLUMNS");
        assertThat(refused.get(0).reason()).isEqualTo("Has 2 columns, the first line has 20.");
        assertThat(fields("position")).containsExactly(1, 3);
    }

    @Test
    void a_row_that_is_no_text_stays_out() throws IOException {
        lines(HEADER, row("INC1", "New"));
        content.writeBytes(row("INC2", "Now").replace("Now", "N\u00e4w").getBytes(StandardCharsets.ISO_8859_1));
        lines("", row("INC3", "N\0w"), row("INC4", "New"));
        read();
        assertThat(refused).extracting(RefusedRow::line).containsExactly(3L, 4L);
        assertThat(refused).extracting(RefusedRow::code).containsOnly("NOT_TEXT");
        assertThat(fields("number")).containsExactly("INC1", "INC4");
    }

    @Test
    void a_row_without_a_number_belongs_to_nothing() throws IOException {
        lines(HEADER, row("INC1", "New"), row("?", "Active"), row("", "Active"), row("INC1", "Active"));
        read();
        assertThat(refused).extracting(RefusedRow::code).containsExactly("MISSING_NUMBER", "MISSING_NUMBER");
        assertThat(fields("position")).containsExactly(1, 2);
    }

    @Test
    void the_same_row_twice_counts_once() throws IOException {
        lines(HEADER, row("INC1", "New"), row("INC1", "New"), row("INC1", "Active"));
        read();
        assertThat(refused).containsExactly(new RefusedRow(3, "INC1", "DUPLICATE", "The same as line 2."));
        assertThat(fields("position")).containsExactly(1, 2);
    }

    @Test
    void rows_that_stand_apart_from_their_incident_stay_out() throws IOException {
        lines(HEADER, row("INC1", "New"), row("INC2", "New"), row("INC1", "Active"), row("INC1", "Closed"));
        read();
        assertThat(refused).extracting(RefusedRow::line).containsExactly(4L, 5L);
        assertThat(refused).extracting(RefusedRow::code).containsOnly("NOT_TOGETHER");
        assertThat(fields("number")).containsExactly("INC1", "INC2");
    }

    @Test
    void a_row_longer_than_any_sensible_one_stays_out() throws IOException {
        lines(HEADER, row("INC1", "x".repeat(4_000)));
        read();
        assertThat(refused).extracting(RefusedRow::code).containsExactly("TOO_LONG");
    }

    @Test
    void after_a_quote_that_does_not_match_nothing_can_be_read_and_what_stands_before_comes_in() throws IOException {
        lines(HEADER, row("INC1", "New"), row("INC2", "\"New\" or so"), row("INC3", "New"));
        read();
        assertThat(fields("number")).containsExactly("INC1");
        assertThat(refused).extracting(RefusedRow::code).containsExactly("REST_UNREADABLE");
        assertThat(refused.get(0).line()).isEqualTo(3);
    }

    @Test
    void says_at_once_what_is_no_such_export() throws IOException {
        assertThatThrownBy(() -> new ServiceNowFile(folder.resolve("none.csv")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> new ServiceNowFile(folder)).isInstanceOf(CannotRun.class);
        assertThatThrownBy(this::read).hasMessageContaining("Its first line lacks");
        lines("number,incident_state");
        assertThatThrownBy(this::read).hasMessageContaining("assigned_to, assignment_group, caller_id");
        content.reset();
        lines(HEADER + ",number");
        assertThatThrownBy(this::read).hasMessageContaining("twice");
    }

    private ServiceNowFile read() throws IOException {
        var path = folder.resolve("incidents.csv");
        Files.write(path, content.toByteArray());
        var file = new ServiceNowFile(path);
        file.read(incident -> rows.addAll(incident.rows()), refused::add);
        return file;
    }

    private void lines(String... lines) {
        content.writeBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String number, String state) {
        return number + "," + state + ",Caller 1,Opened by  8,29-02-2016 01:16,29-02-2016 01:23,Phone,Location 143,"
                + "Category 55,Subcategory 170,\"Symptom \"\"72\"\", wet\",?,3 - Moderate,Group 56,?,code 5,"
                + "Resolved by 149,29-02-2016 11:29,05-03-2016 12:00,?";
    }

    private List<Object> fields(String name) {
        return rows.stream().map(row -> row.fields().get(name)).toList();
    }
}
