package dev.callout.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final String OWN = """
            preset: servicenow-list
            columns:
              number: Ticket
              incidentState: Status
              sysUpdatedAt: [Changed, Modified]
              openedAt: Made
              priority: Prio
            states:
              On: IN_PROGRESS
              parked: pending_customer
            priorities:
              1: URGENT
            contactTypes:
              Teams: CHATBOT
            dates: [dd.MM.uuuu HH:mm]
            zone: Europe/Berlin
            separator: ";"
            encoding: windows-1252
            """;

    @TempDir
    Path folder;

    @Test
    void a_file_changes_what_it_names_and_leaves_the_rest_of_its_preset() throws IOException {
        var export = folder.resolve("export.csv");
        Files.write(
                export,
                List.of(
                        "Ticket;Status;Modified;Made;Prio;Short description;Channel",
                        "77;On;31.03.2024 03:30;30.03.2024 12:00;1;Gr\u00f6\u00dfe;Teams",
                        "78;Parked;31.03.2024 02:30;30.03.2024 12:00;1;in no hour;Teams",
                        "79;Parked;01.04.2024 12:00;30.03.2024 12:00;2 - High;;"),
                Charset.forName("windows-1252"));
        var refused = new ArrayList<RefusedRow>();
        var rows = new ArrayList<Incident.Row>();
        new ServiceNowFile(export, mapping(OWN)).read(incident -> rows.addAll(incident.rows()), refused::add);
        assertThat(rows.get(0).fields())
                .containsEntry("number", "77")
                .containsEntry("incidentState", "On")
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("priority", "URGENT")
                .containsEntry("contactType", "CHATBOT")
                .containsEntry("shortDescription", "Gr\u00f6\u00dfe")
                .containsEntry("openedAt", "2024-03-30T11:00:00Z")
                .containsEntry("sysUpdatedAt", "2024-03-31T01:30:00Z")
                .containsEntry("resolutionStands", false);
        assertThat(rows.get(1).fields())
                .containsEntry("status", "PENDING_CUSTOMER")
                .containsEntry("priority", "2 - High");
        assertThat(refused).extracting(RefusedRow::line).containsExactly(3L); // the clock went forward at two
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows: [never | is no YAML",
                "colums: {} | colums is no setting of a mapping file",
                "preset: jira | preset must be one of servicenow-log, servicenow-list",
                "columns: {colour: Colour} | colour is no field of ours",
                "rows: sideways | rows must be one of [HISTORY, LATEST]",
                "states: {Done: FINISHED} | states: Done must be one of",
                "states: {Again: REOPENED} | states: Again must be one of",
                "priorities: {P1: BURNING} | priorities: P1 must be one of [LOW, MEDIUM, HIGH, URGENT]",
                "contactTypes: {Fax: FAX} | contactTypes: Fax must be one of",
                "dates: [qqq-bad] | dates: ",
                "dates: [] | dates must name a format",
                "zone: Mars/Base | there is no time zone Mars/Base",
                "encoding: utf-99 | there is no encoding utf-99",
                "separator: TAB | separator must be one character"
            })
    void says_what_is_wrong_with_a_file(String setting, String problem) {
        var text = setting.startsWith("preset") || setting.startsWith("rows: [")
                ? setting
                : "preset: servicenow-list\n" + setting;
        assertThatThrownBy(() -> mapping(text))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("own.yaml")
                .hasMessageContaining(problem);
    }

    @Test
    void says_that_there_is_neither_a_preset_nor_a_file_of_that_name() {
        assertThatThrownBy(() -> Mapping.of("servicenow-lits"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("Presets: servicenow-log, servicenow-list");
    }

    private Mapping mapping(String text) throws IOException {
        return Mapping.of(Files.writeString(folder.resolve("own.yaml"), text).toString());
    }
}
