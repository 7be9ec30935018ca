package dev.callout.launcher.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of one incident, which only together tell what each of them means. */
public final class Incident {

    private static final Set<String> OVER = Set.of("Resolved", "Closed");

    /**
     * One row, ready to be sent.
     *
     * @param fileLine where it stands in the file
     * @param fields what the server is told
     */
    public record Row(long fileLine, Map<String, Object> fields) {}

    private record Read(long fileLine, int position, Map<String, String> fields) {

        boolean isOver() {
            return OVER.contains(fields.get("incidentState"));
        }
    }

    private final String number;
    private final List<Read> rows = new ArrayList<>();
    private int position;

    Incident(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    void add(long fileLine, Map<String, String> fields) {
        rows.add(new Read(fileLine, ++position, fields));
    }

    /** A row that can't be sent keeps its place, so that the server does not let later ones in before it. */
    void leaveOut() {
        position++;
    }

    /** A resolution stands if the incident never opens again after it. */
    List<Row> rows() {
        var lastOpen = rows.stream()
                .filter(row -> !row.isOver())
                .mapToInt(Read::position)
                .max()
                .orElse(0);
        return rows.stream()
                .map(row -> {
                    var fields = new HashMap<String, Object>(row.fields());
                    fields.put("position", row.position());
                    fields.put("resolutionStands", row.position() > lastOpen);
                    return new Row(row.fileLine(), fields);
                })
                .toList();
    }
}
