package dev.callout.launcher.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A CSV export of ServiceNow's incidents, read incident by incident and never as a whole. Rows of an incident have to
 * stand together.
 */
public final class ServiceNowFile {

    /** The columns we read, and what the server calls them. Others may be there and are left alone. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("number", "number"),
            Map.entry("incident_state", "incidentState"),
            Map.entry("caller_id", "callerId"),
            Map.entry("opened_by", "openedBy"),
            Map.entry("opened_at", "openedAt"),
            Map.entry("sys_updated_at", "sysUpdatedAt"),
            Map.entry("contact_type", "contactType"),
            Map.entry("location", "location"),
            Map.entry("category", "category"),
            Map.entry("subcategory", "subcategory"),
            Map.entry("u_symptom", "symptom"),
            Map.entry("cmdb_ci", "cmdbCi"),
            Map.entry("priority", "priority"),
            Map.entry("assignment_group", "assignmentGroup"),
            Map.entry("assigned_to", "assignedTo"),
            Map.entry("closed_code", "closedCode"),
            Map.entry("resolved_by", "resolvedBy"),
            Map.entry("resolved_at", "resolvedAt"),
            Map.entry("closed_at", "closedAt"));

    /** A whole request of rows must fit into what the server takes. */
    private static final int LONGEST_ROW = 4_000;

    private static final char NOT_UTF_8 = '\uFFFD'; // what stands for bytes that are none

    private final Path file;
    private final List<String> header;

    /** Fails if this can't be such an export. */
    public ServiceNowFile(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotRun("There is no file to read at " + file + ".");
        }
        this.file = file;
        this.header = header();
    }

    private List<String> header() throws IOException {
        List<String> columns;
        try (var csv = open()) {
            var records = csv.iterator();
            columns = records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            columns = List.of();
        }
        var missing = new TreeSet<>(COLUMNS.keySet());
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new CannotRun("This is no export of ServiceNow's incidents. Its first line lacks: "
                    + String.join(", ", missing) + ".");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new CannotRun("The first line names a column twice.");
        }
        return columns;
    }

    private CsvReader<CsvRecord> open() throws IOException {
        return CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // counted below: one bad row does not end it all
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(file);
    }

    /** About how many rows there are: a line break within quotes counts as one more. */
    public long roughCount() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            var breaks = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (var i = 0; i < read; i++) {
                    breaks += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return Math.max(0, breaks - 1);
        }
    }

    public void read(Consumer<Incident> incidents, Consumer<RefusedRow> refused) throws IOException {
        try (var csv = open()) {
            new Reading(csv.iterator(), incidents, refused).run();
        }
    }

    /** One way through the file. */
    private final class Reading {

        private final Iterator<CsvRecord> records;
        private final Consumer<Incident> incidents;
        private final Consumer<RefusedRow> refused;
        private final Set<String> begun = new HashSet<>();
        private final Map<List<String>, Long> linesOfIncident = new HashMap<>();
        private Incident incident;

        Reading(Iterator<CsvRecord> records, Consumer<Incident> incidents, Consumer<RefusedRow> refused) {
            this.records = records;
            this.incidents = incidents;
            this.refused = refused;
        }

        void run() {
            next(0); // the header
            for (var row = next(1); row.isPresent(); row = next(row.get().getStartingLineNumber())) {
                take(row.get());
            }
            endIncident();
        }

        /** After a quote that is wrong nobody knows where the next row begins, so there is none. */
        private Optional<CsvRecord> next(long lineBefore) {
            try {
                return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            } catch (CsvParseException e) {
                refused.accept(new RefusedRow(
                        lineBefore + 1, null, "REST_UNREADABLE", "From here on the quotes don't match: " + reason(e)));
                return Optional.empty();
            }
        }

        private static String reason(CsvParseException e) {
            return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        }

        private void take(CsvRecord row) {
            var fields = row.getFields();
            var line = row.getStartingLineNumber();
            var index = header.indexOf("number");
            var number = index < fields.size() ? fields.get(index).strip() : "";
            if (number.isEmpty() || number.equals("?")) {
                refused.accept(new RefusedRow(line, null, "MISSING_NUMBER", "No incident is named."));
                return;
            }
            if (incident == null || !incident.number().equals(number)) {
                endIncident();
                if (!begun.add(number)) {
                    refused.accept(new RefusedRow(
                            line, number, "NOT_TOGETHER", "Rows of " + number + " ended further up in the file."));
                    return;
                }
                incident = new Incident(number);
            }
            var twin = linesOfIncident.putIfAbsent(fields, line);
            if (twin != null) {
                refused.accept(new RefusedRow(line, number, "DUPLICATE", "The same as line " + twin + "."));
                return;
            }
            problem(row)
                    .ifPresentOrElse(
                            problem -> {
                                refused.accept(problem.of(line, number));
                                incident.leaveOut();
                            },
                            () -> incident.add(line, named(fields)));
        }

        private record Problem(String code, String reason) {

            RefusedRow of(long line, String number) {
                return new RefusedRow(line, number, code, reason);
            }
        }

        private Optional<Problem> problem(CsvRecord row) {
            if (row.getFieldCount() != header.size()) {
                return Optional.of(new Problem(
                        "WRONG_COLUMNS",
                        "Has " + row.getFieldCount() + " columns, the first line has " + header.size() + "."));
            }
            var text = String.join("", row.getFields());
            if (text.indexOf(NOT_UTF_8) >= 0 || text.indexOf('\0') >= 0) {
                return Optional.of(new Problem("NOT_TEXT", "Holds bytes that are no UTF-8 text."));
            }
            return text.length() > LONGEST_ROW
                    ? Optional.of(new Problem("TOO_LONG", "Has more than " + LONGEST_ROW + " characters."))
                    : Optional.empty();
        }

        private Map<String, String> named(List<String> fields) {
            var named = new HashMap<String, String>();
            COLUMNS.forEach((column, name) -> named.put(name, fields.get(header.indexOf(column))));
            return named;
        }

        private void endIncident() {
            if (incident != null) {
                incidents.accept(incident);
            }
            incident = null;
            linesOfIncident.clear();
        }
    }
}
