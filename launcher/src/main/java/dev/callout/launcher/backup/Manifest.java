package dev.callout.launcher.backup;

import java.time.Instant;
import java.util.List;

/** What an archive holds: the moment it shows, and for each table how many rows and what their text must hash to. */
public record Manifest(
        int format,
        String product,
        String schema,
        Instant takenAt,
        boolean demo,
        long lastEvent,
        String masterKeyCheck,
        List<Table> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;

    /** One table; in the list it stands behind those its rows refer to. */
    public record Table(String name, String columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** Where the next number comes from. */
    public record Sequence(String name, long lastValue, boolean used) {}

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
