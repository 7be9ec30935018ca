package dev.callout.launcher.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which incidents of an export were open at a moment, read in the plainest way there is and by none of the product's
 * code. An export may say two things about when an incident was resolved or closed: the time of the row, and the
 * field for it. In between the incident is in doubt.
 */
public final class BacklogTruth {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    private record Row(Instant opened, boolean open, Instant ofRow, Instant ofField) {}

    private final Map<String, List<Row>> incidents = new LinkedHashMap<>();

    public BacklogTruth(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var header = Arrays.asList(lines.get(0).split(","));
            for (var line : lines.subList(1, lines.size())) {
                var row = line.split(",", -1);
                incidents
                        .computeIfAbsent(row[header.indexOf("number")], number -> new ArrayList<>())
                        .add(row(header, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> header, String[] row) {
        var state = row[header.indexOf("incident_state")];
        var ofRow = time(row[header.indexOf("sys_updated_at")]);
        var ofField = switch (state) {
            case "Resolved" -> time(row[header.indexOf("resolved_at")]);
            case "Closed" -> time(row[header.indexOf("closed_at")]);
            default -> null;
        };
        return new Row(
                time(row[header.indexOf("opened_at")]),
                !state.equals("Resolved") && !state.equals("Closed"),
                ofRow,
                ofField == null ? ofRow : ofField);
    }

    private static Instant time(String text) {
        return text.equals("?") ? null : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }

    /** Every time that is in the export. */
    public List<Instant> moments() {
        return incidents.values().stream()
                .flatMap(List::stream)
                .map(Row::ofRow)
                .sorted()
                .toList();
    }

    public Set<String> openAt(Instant moment) {
        return incidents.keySet().stream()
                .filter(number -> isOpen(incidents.get(number), moment, false))
                .collect(Collectors.toSet());
    }

    public Set<String> inDoubtAt(Instant moment) {
        return incidents.keySet().stream()
                .filter(number ->
                        isOpen(incidents.get(number), moment, false) != isOpen(incidents.get(number), moment, true))
                .collect(Collectors.toSet());
    }

    /** A row says how things stand from its time on; those before it are never later. */
    private static boolean isOpen(List<Row> rows, Instant moment, boolean byField) {
        var since = rows.get(0).opened();
        var open = !since.isAfter(moment);
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var stands = rows.subList(i, rows.size()).stream().noneMatch(Row::open); // the field is about the last end
            var time = byField && stands ? row.ofField() : row.ofRow();
            since = time.isAfter(since) ? time : since;
            open = since.isAfter(moment) ? open : row.open();
        }
        return open;
    }
}
