package dev.callout.launcher.backup;

import dev.callout.launcher.server.EventStoreKind;
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
        List<Sequence> sequences,
        EventStoreKind events) {

    static final int FORMAT = 1;

    /** One table; in the list it stands behind those its rows refer to. */
    public record Table(String name, String columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** Where the next number comes from. */
    public record Sequence(String name, long lastValue, boolean used) {}

    /** Where the events are; backups from before this was written down were of PostgreSQL, or did not say. */
    public EventStoreKind events() {
        return events == null ? EventStoreKind.POSTGRES : events;
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
