package dev.callout.launcher.importing;

import dev.callout.launcher.CannotRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A CSV export of incidents, read incident by incident and never as a whole. Where a row is one state among others, rows
 * of an incident have to stand together.
 */
public final class ServiceNowFile {

    /** A request holds several rows whole. */
    private static final int LONGEST_ROW = 25_000;

    private static final char NOT_DECODABLE = '\uFFFD'; // what stands for bytes that are no text

    private final Path file;
    private final Mapping mapping;
    private final List<String> header;
    private final Map<String, Integer> positions;
    private final Survey survey;

    /** An export that one of the presets fits. */
    public ServiceNowFile(Path file) throws IOException {
        this(file, null);
    }

    /** Fails if this can't be such an export. */
    public ServiceNowFile(Path file, Mapping mapping) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotRun("There is no file to read at " + file + ".");
        }
        this.file = file;
        this.mapping = mapping == null ? fitting(file) : mapping;
        header = header(file, this.mapping);
        positions = this.mapping.positions(header);
        requireColumns();
        survey = new Surveying().survey();
    }

    /** The preset that misses the fewest columns, the likelier one first. */
    private static Mapping fitting(Path file) throws IOException {
        var best = new ArrayList<Mapping>();
        for (var name : Mapping.PRESETS) {
            best.add(Mapping.preset(name));
        }
        var header = header(file, best.get(0));
        best.sort(Comparator.comparingInt(mapping -> mapping.missing(header).size()));
        return best.get(0);
    }

    private static List<String> header(Path file, Mapping mapping) throws IOException {
        try (var rows = new CsvRows(file, mapping.charset(), mapping.separator())) {
            var row = rows.next(-1, -1);
            while (row != null && row.isBlank()) {
                row = rows.next(-1, -1);
            }
            return row == null || row.fault() != null ? List.of() : row.fields();
        }
    }

    private void requireColumns() {
        var missing = mapping.missing(header);
        if (!missing.isEmpty()) {
            throw new CannotRun("This is no export of ServiceNow's incidents. Its first line lacks: "
                    + String.join(", ", missing) + " (by the mapping " + mapping.name() + ").");
        }
        var named = header.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (new HashSet<>(named).size() < named.size()) {
            throw new CannotRun("The first line names a column twice.");
        }
    }

    public Survey survey() {
        return survey;
    }

    public Mapping mapping() {
        return mapping;
    }

    /** Which column each field is read from. */
    public Map<String, String> columns() {
        var columns = new HashMap<String, String>();
        positions.forEach((field, at) -> columns.put(field, header.get(at).strip()));
        return columns;
    }

    /** The columns that nothing is read from. */
    public List<String> unusedColumns() {
        return header.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !columns().containsValue(name))
                .toList();
    }

    public Set<String> unknownFields() {
        return mapping.unknownIn(header);
    }

    public void read(Consumer<Incident> incidents, Consumer<RefusedRow> refused) throws IOException {
        try (var rows = new CsvRows(file, mapping.charset(), mapping.separator())) {
            new Reading(rows, incidents, refused).run();
        }
    }

    private CsvRows.Row next(CsvRows rows) throws IOException {
        return rows.next(header.size(), positions.get("number"));
    }

    private String field(List<String> fields, String name) {
        var at = positions.get(name);
        var value = at == null || at >= fields.size() ? "" : fields.get(at).strip();
        return value.equals("?") ? "" : value;
    }

    /** Counts everything once, and compares the dates with what the mapping says of their order. */
    private final class Surveying {

        private long rows;
        private long blankLines;
        private boolean headerSeen;
        private Instant earliest;
        private Instant latest;
        private String wrongWayRound;
        private boolean rightWayRound;

        Survey survey() throws IOException {
            try (var csv = new CsvRows(file, mapping.charset(), mapping.separator())) {
                for (var row = next(csv); row != null; row = next(csv)) {
                    if (row.isBlank()) {
                        blankLines += row.lines();
                    } else if (!headerSeen) {
                        headerSeen = true;
                    } else {
                        rows++;
                        readDates(row);
                    }
                }
            }
            if (wrongWayRound != null && !rightWayRound) {
                throw new CannotRun(wrongWayRound + ": day and month stand the other way round than in the mapping "
                        + mapping.name() + ", which reads "
                        + String.join(" or ", mapping.reading().patterns())
                        + ". Say how with dates in a mapping file.");
            }
            return new Survey(lines(), rows, blankLines, earliest, latest);
        }

        private void readDates(CsvRows.Row row) {
            for (var field : Mapping.TIMES) {
                var text = field(row.fields(), field);
                if (!text.isEmpty() && row.fault() == null) {
                    readDate(row.line(), text);
                }
            }
        }

        private void readDate(long line, String text) {
            var time = mapping.reading().read(text);
            var swapped = Dates.swapped(text);
            var swappedIsRead = swapped.flatMap(mapping.reading()::read).isPresent();
            if (time.isEmpty() && swappedIsRead && wrongWayRound == null) {
                wrongWayRound = "Line " + line + " has the date " + text;
            }
            rightWayRound |= time.isPresent() && swapped.isPresent() && !swappedIsRead;
            if (time.isPresent()) {
                earliest = earliest == null || time.get().isBefore(earliest) ? time.get() : earliest;
                latest = latest == null || time.get().isAfter(latest) ? time.get() : latest;
            }
        }

        /** By no means of the reading itself, so that it shows if a line was lost there. */
        private long lines() throws IOException {
            try (var reader =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), mapping.charset()))) {
                return reader.lines().count();
            }
        }
    }

    /** One way through the file. */
    private final class Reading {

        private final CsvRows rows;
        private final Consumer<Incident> incidents;
        private final Consumer<RefusedRow> refused;
        private final Set<String> begun = new HashSet<>();
        private final Map<List<String>, Long> linesOfIncident = new HashMap<>();
        private final Map<String, Integer> unreadable = new HashMap<>();
        private boolean afterUnknownRow;
        private Incident incident;

        Reading(CsvRows rows, Consumer<Incident> incidents, Consumer<RefusedRow> refused) {
            this.rows = rows;
            this.incidents = incidents;
            this.refused = refused;
        }

        void run() throws IOException {
            var headerSeen = false;
            for (var row = next(rows); row != null; row = next(rows)) {
                if (!row.isBlank()) {
                    if (headerSeen) {
                        take(row);
                    }
                    headerSeen = true;
                }
            }
            endIncident();
        }

        private void take(CsvRows.Row row) {
            var fields = row.fields();
            var line = row.line();
            var number = field(fields, "number");
            if (row.fault() != null) {
                refuseUnreadable(row, number, new Problem("QUOTES_DONT_MATCH", row.fault()));
                return;
            }
            if (fields.size() != header.size()) {
                refuseUnreadable(
                        row,
                        number,
                        new Problem(
                                "WRONG_COLUMNS",
                                "Has " + fields.size() + " columns, the first line has " + header.size() + "."));
                return;
            }
            if (number.isEmpty()) {
                refused.accept(new RefusedRow(line, null, "MISSING_NUMBER", "No incident is named."));
                return;
            }
            if (incident == null || !incident.number().equals(number)) {
                endIncident();
                if (!begun.add(number)) {
                    refused.accept(new RefusedRow(line, number, "NOT_TOGETHER", apart(number)));
                    return;
                }
                begin(number);
            }
            afterUnknownRow = false;
            var twin = linesOfIncident.putIfAbsent(fields, line);
            if (twin != null) {
                refused.accept(new RefusedRow(line, number, "DUPLICATE", "The same as line " + twin + "."));
                return;
            }
            if (!mapping.isHistory() && linesOfIncident.size() > 1) {
                refused.accept(new RefusedRow(line, number, "NOT_TOGETHER", apart(number)));
                return;
            }
            var named = new HashMap<String, Object>();
            problem(fields, named)
                    .ifPresentOrElse(
                            problem -> {
                                refused.accept(problem.of(line, number));
                                incident.leaveOut();
                            },
                            () -> incident.add(line, named));
        }

        private String apart(String number) {
            return mapping.isHistory()
                    ? "Rows of " + number + " ended further up in the file."
                    : number + " stands further up in the file, and each incident has one row here.";
        }

        private void begin(String number) {
            incident = new Incident(number, mapping.isHistory());
            for (var left = unreadable.getOrDefault(number, 0); left > 0; left--) {
                incident.leaveOut();
            }
            if (afterUnknownRow) {
                incident.leaveOut(); // it may have been the first of this one
            }
        }

        /** Keeps the place of a row in the incident that it belongs to, or may belong to. */
        private void refuseUnreadable(CsvRows.Row row, String number, Problem problem) {
            refused.accept(problem.of(row.line(), number.isEmpty() ? null : number));
            if (number.isEmpty()) {
                afterUnknownRow = true;
            } else if (incident == null || !incident.number().equals(number)) {
                unreadable.merge(number, 1, Integer::sum);
            }
            if (incident != null && (number.isEmpty() || incident.number().equals(number))) {
                incident.leaveOut();
            }
        }

        private record Problem(String code, String reason) {

            RefusedRow of(long line, String number) {
                return new RefusedRow(line, number, code, reason);
            }
        }

        /** Puts what the row says under our names, unless something is wrong with it. */
        private Optional<Problem> problem(List<String> fields, Map<String, Object> named) {
            var length = 0;
            for (var name : positions.keySet()) {
                var text = field(fields, name);
                length += text.length();
                if (text.indexOf(NOT_DECODABLE) >= 0 || text.indexOf('\0') >= 0) {
                    return Optional.of(new Problem(
                            "NOT_TEXT",
                            columns().get(name) + " holds bytes that are no " + mapping.charset()
                                    + " text; a mapping file can name another encoding."));
                }
                if (!text.isEmpty()) {
                    named.put(name, text);
                }
            }
            if (length > LONGEST_ROW) {
                return Optional.of(new Problem("TOO_LONG", "Has more than " + LONGEST_ROW + " characters."));
            }
            for (var name : Mapping.TIMES) {
                if (named.get(name) instanceof String text) {
                    var time = mapping.reading().read(text);
                    if (time.isEmpty()) {
                        return Optional.of(new Problem(
                                "UNREADABLE_TIME",
                                columns().get(name) + " is no date like "
                                        + String.join(" or ", mapping.reading().patterns()) + ": " + text));
                    }
                    named.put(name, time.get().toString());
                }
            }
            mapping.translate(named);
            return Optional.empty();
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
