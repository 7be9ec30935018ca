package dev.callout.launcher.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an export says of one incident in the end, read in the plainest way there is and by none of the product's code.
 */
public record IncidentTruth(
        String number,
        int rows,
        int reopenCount,
        String category,
        String priority,
        String group,
        Instant opened,
        Instant resolved,
        Instant closed) {

    /** The real export where there is one, else an invented excerpt in the same format. */
    public static Path file() {
        var real = Path.of(System.getProperty("callout.incidents", "../../shared/data/incidents.csv"));
        return Files.isReadable(real) ? real : Path.of("src/test/resources/servicenow-excerpt.csv");
    }

    public static Map<String, IncidentTruth> of(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var header = Arrays.asList(lines.get(0).split(","));
            var truths = new LinkedHashMap<String, IncidentTruth>();
            for (var line : lines.subList(1, lines.size())) {
                var row = line.split(",", -1);
                var before = truths.get(row[header.indexOf("number")]);
                truths.put(row[header.indexOf("number")], of(header, row, before == null ? 1 : before.rows() + 1));
            }
            return truths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows stand in the order of time, so the last one is how it ended. */
    private static IncidentTruth of(List<String> header, String[] row, int rows) {
        return new IncidentTruth(
                row[header.indexOf("number")],
                rows,
                Integer.parseInt(row[header.indexOf("reopen_count")]),
                known(row[header.indexOf("category")], "OTHER"),
                switch (row[header.indexOf("priority")].charAt(0)) {
                    case '1' -> "URGENT";
                    case '2' -> "HIGH";
                    case '3' -> "MEDIUM";
                    default -> "LOW";
                },
                known(row[header.indexOf("assignment_group")], null),
                time(row[header.indexOf("opened_at")]),
                time(row[header.indexOf("resolved_at")]),
                time(row[header.indexOf("closed_at")]));
    }

    private static String known(String value, String unknown) {
        return value.equals("?") ? unknown : value;
    }

    /** From {@code 29-02-2016 01:16}, without a parser. */
    private static Instant time(String text) {
        return text.equals("?")
                ? null
                : Instant.parse(text.substring(6, 10) + "-" + text.substring(3, 5) + "-" + text.substring(0, 2) + "T"
                        + text.substring(11) + ":00Z");
    }
}
