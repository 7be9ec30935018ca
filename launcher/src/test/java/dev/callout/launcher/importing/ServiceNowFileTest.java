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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .containsEntry("openedAt", "2016-02-29T01:16:00Z")
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
        assertThat(read().survey().rows()).isEqualTo(1);
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
        lines(HEADER, row("INC1", "x".repeat(25_000)));
        read();
        assertThat(refused).extracting(RefusedRow::code).containsExactly("TOO_LONG");
    }

    @Test
    void a_line_whose_quotes_do_not_match_stays_out_alone() throws IOException {
        lines(HEADER, row("INC1", "New"), row("INC2", "\"New\" or so"), row("INC3", "New"));
        read();
        assertThat(fields("number")).containsExactly("INC1", "INC3");
        assertThat(refused)
                .containsExactly(new RefusedRow(3, "INC2", "QUOTES_DONT_MATCH", "Something follows a closing quote."));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void a_quote_that_never_closes_takes_no_row_but_its_own_along(int badLine) throws IOException {
        var all = new ArrayList<>(List.of(HEADER));
        for (var line = 2; line <= 5; line++) {
            all.add(row("INC" + line, line == badLine ? "\"New" : "New"));
        }
        lines(all.toArray(String[]::new));
        var file = read();
        assertThat(file.survey().rows()).isEqualTo(4);
        assertThat(rows).hasSize(3);
        assertThat(refused).extracting(RefusedRow::line).containsExactly((long) badLine);
        assertThat(refused).extracting(RefusedRow::number).containsExactly("INC" + badLine);
    }

    @Test
    void a_quote_that_never_closes_in_plain_rows_takes_no_row_but_its_own_along() throws IOException {
        lines(HEADER, plain("INC1", "New"), plain("INC2", "\"New"), plain("INC3", "New"), plain("INC4", "New"));
        read();
        assertThat(fields("number")).containsExactly("INC1", "INC3", "INC4");
        assertThat(refused)
                .containsExactly(
                        new RefusedRow(3, "INC2", "QUOTES_DONT_MATCH", "A quote opens here and is never closed."));
    }

    @Test
    void a_quote_that_closes_in_another_row_is_no_longer_row() throws IOException {
        lines(HEADER, plain("INC1", "\"New"), plain("INC2", "New\""), plain("INC3", "New"));
        read();
        assertThat(fields("number")).containsExactly("INC2", "INC3"); // with a state that the server won't know
        assertThat(refused).extracting(RefusedRow::line).containsExactly(2L);
    }

    @Test
    void a_text_of_several_lines_in_quotes_is_one_row() throws IOException {
        lines(HEADER, row("INC1", "\"New\n\nor \"\"so\"\"\""), row("INC2", "New"));
        read();
        assertThat(refused).isEmpty();
        assertThat(fields("incidentState")).containsExactly("New\n\nor \"so\"", "New");
        assertThat(rows).extracting(Incident.Row::fileLine).containsExactly(2L, 5L);
    }

    @Test
    void an_unreadable_row_keeps_its_place_in_each_incident_that_it_may_belong_to() throws IOException {
        var noNumber = "\"INC1\" x" + row("", "Active");
        lines(HEADER, row("INC1", "New"), noNumber, row("INC1", "Closed"), noNumber, row("INC2", "New"));
        read();
        assertThat(fields("number")).containsExactly("INC1", "INC1", "INC2");
        assertThat(fields("position")).containsExactly(1, 3, 2);
        assertThat(refused).extracting(RefusedRow::number).containsOnlyNulls();
    }

    @Test
    void blank_lines_are_no_rows() throws IOException {
        lines("", HEADER, "", row("INC1", "New"), "   ", ",".repeat(19), row("INC1", "Active"), "");
        var survey = read().survey();
        assertThat(survey.rows()).isEqualTo(2);
        assertThat(survey.blankLines()).isEqualTo(5);
        assertThat(survey.lines()).isEqualTo(8);
        assertThat(refused).isEmpty();
        assertThat(fields("position")).containsExactly(1, 2);
    }

    @Test
    void empty_fields_and_question_marks_are_not_sent() throws IOException {
        lines(HEADER, row("INC1", "New").replace("Phone", " ").replace("Group 56", ""));
        read();
        assertThat(rows.get(0).fields()).doesNotContainKeys("contactType", "assignmentGroup", "assignedTo", "cmdbCi");
    }

    @Test
    void a_date_that_is_none_keeps_only_its_row_out() throws IOException {
        lines(
                HEADER,
                row("INC1", "New").replace("29-02-2016 01:16", "30-02-2016 01:16"),
                row("INC2", "New").replace("29-02-2016 11:29", "soon"),
                row("INC3", "New").replace("29-02-2016 11:29", "?"));
        read();
        assertThat(fields("number")).containsExactly("INC3");
        assertThat(refused).extracting(RefusedRow::code).containsOnly("UNREADABLE_TIME");
        assertThat(refused.get(0).reason()).startsWith("opened_at is no date like d-M-uuuu H:mm or d/M/uuuu H:mm");
    }

    @Test
    void takes_dates_of_the_log_in_the_form_in_which_it_was_published() throws IOException {
        lines(HEADER, row("INC1", "New").replaceAll("(\\d\\d)-0(\\d)-2016", "$1/$2/2016"));
        read();
        assertThat(rows.get(0).fields())
                .containsEntry("openedAt", "2016-02-29T01:16:00Z")
                .containsEntry("closedAt", "2016-03-05T12:00:00Z");
    }

    @Test
    void takes_a_list_export_by_the_names_or_labels_of_its_columns() throws IOException {
        lines(
                "\"number\",\"short_description\",\"priority\",\"state\",\"assigned_to\",\"sys_updated_on\",\"opened_at\"",
                "\"INC0010001\",\"Printer, 2nd floor\",\"5 - Planning\",\"On Hold\",\"\",\"2024-07-01 08:30:00\",\"2024-06-28 17:05:12\"");
        assertThat(read().mapping().name()).isEqualTo("servicenow-list");
        assertThat(rows.get(0).fields())
                .containsEntry("shortDescription", "Printer, 2nd floor")
                .containsEntry("sysUpdatedAt", "2024-07-01T08:30:00Z")
                .containsEntry("openedAt", "2024-06-28T17:05:12Z")
                .doesNotContainKeys("position", "assignedTo");
        content.reset();
        rows.clear();
        lines(
                "Number,Short description,State,Updated,Opened",
                "INC7,Scanner,Closed,07/22/2024 08:30:00,7/1/2024 5:05 PM");
        read();
        assertThat(rows.get(0).fields())
                .containsEntry("sysUpdatedAt", "2024-07-22T08:30:00Z")
                .containsEntry("openedAt", "2024-07-01T17:05:00Z")
                .containsEntry("resolutionStands", true);
    }

    @Test
    void an_incident_has_one_row_in_a_list() throws IOException {
        var row = "INC7,Scanner,Closed,2024-07-01 08:30:00,2024-07-01 08:30:00";
        lines("number,short_description,state,sys_updated_on,opened_at", row, row.replace("Closed", "New"));
        read();
        assertThat(rows).hasSize(1);
        assertThat(refused).extracting(RefusedRow::code).containsExactly("NOT_TOGETHER");
    }

    @Test
    void stops_before_anything_is_sent_if_day_and_month_stand_the_other_way_round() throws IOException {
        lines(
                "number,short_description,state,sys_updated_on,opened_at",
                "INC6,Scanner,New,3/2/2024 08:30,1/2/2024 08:30",
                "INC7,Scanner,New,29/2/2024 08:30,1/2/2024 08:30");
        assertThatThrownBy(this::read)
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("Line 3 has the date 29/2/2024 08:30: day and month stand the other way round");
        lines("INC8,Scanner,New,2/29/2024 08:30,1/2/2024 08:30"); // then one date is wrong, and not the order
        read();
        assertThat(refused).extracting(RefusedRow::line).containsExactly(3L);
    }

    @Test
    void says_at_once_what_is_no_such_export() throws IOException {
        assertThatThrownBy(() -> new ServiceNowFile(folder.resolve("none.csv")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("none.csv");
        assertThatThrownBy(() -> new ServiceNowFile(folder)).isInstanceOf(CannotRun.class);
        assertThatThrownBy(this::read).hasMessageContaining("Its first line lacks");
        lines("number,incident_state");
        assertThatThrownBy(this::read).hasMessageContaining("opened_at, sys_updated_at");
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

    private static String plain(String number, String state) {
        return row(number, state).replaceAll("\"Symptom.*wet\"", "Symptom");
    }

    private List<Object> fields(String name) {
        return rows.stream().map(row -> row.fields().get(name)).toList();
    }
}
