package dev.callout.launcher.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one incident, which only together tell what each of them means. */
public final class Incident {

    /**
     * One row, ready to be sent.
     *
     * @param fileLine where it stands in the file
     * @param fields what the server is told
     */
    public record Row(long fileLine, Map<String, Object> fields) {

        int length() {
            return fields.values().stream()
                    .mapToInt(value -> value.toString().length())
                    .sum();
        }
    }

    private record Read(long fileLine, int position, Map<String, Object> fields) {}

    private final String number;
    private final boolean history;
    private final List<Read> rows = new ArrayList<>();
    private int position;

    /** {@code history} says whether each row is one state among others, or the one row says how it stands. */
    Incident(String number, boolean history) {
        this.number = number;
        this.history = history;
    }

    String number() {
        return number;
    }

    void add(long fileLine, Map<String, Object> fields) {
        rows.add(new Read(fileLine, ++position, fields));
    }

    /** A row that can't be sent keeps its place, so that the server does not let later ones in before it. */
    void leaveOut() {
        position++;
    }

    /** A resolution stands if the incident never opens again after it. */
    List<Row> rows() {
        var lastOpen = rows.stream()
                .filter(row -> !Mapping.isOver(row.fields()))
                .mapToInt(Read::position)
                .max()
                .orElse(0);
        return rows.stream()
                .map(row -> {
                    var fields = new HashMap<String, Object>(row.fields());
                    if (history) {
                        fields.put("position", row.position());
                    }
                    fields.put("resolutionStands", row.position() > lastOpen);
                    return new Row(row.fileLine(), fields);
                })
                .toList();
    }
}
