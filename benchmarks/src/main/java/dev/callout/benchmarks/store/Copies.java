package dev.callout.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Fills the store with many tickets in little time: what the product itself has written of some tickets is copied under
 * new ids and numbers, with all that a command leaves behind. The views are left to the product, which reads the new
 * events as it would those of another node.
 */
public final class Copies {

    private static final int AT_A_TIME = 1_000; // a longer transaction would make the readers of the stream wait

    /** Some tickets live at the same time, so that their events mix as they would. */
    private static final int SIDE_BY_SIDE = 50;

    private static final String RENAMED = """
            convert_to(replace(replace(convert_from(e.payload, 'UTF8'), original, copy), original_number, copy_number), 'UTF8')""";

    private static final String OF_A_COMMAND_OF_ITS_OWN = """
            convert_to(regexp_replace(convert_from(e.meta_data, 'UTF8'), '"commandId":"[^"]*"',
                '"commandId":"' || gen_random_uuid() || '"'), 'UTF8')""";

    private final Store store;
    private final List<String> originals;

    public Copies(Store store, List<String> originals) {
        this.store = store;
        this.originals = List.copyOf(originals);
    }

    /** Hears how many copies there are so far. */
    public interface Progress {

        void made(long copies);
    }

    public void make(long count, Progress progress) throws SQLException {
        try (var connection = store.connect()) {
            var sql = sql(connection);
            for (var made = 0L; made < count; made += AT_A_TIME) {
                try (var copy = connection.prepareStatement(sql)) {
                    copy.setArray(1, connection.createArrayOf("text", originals.toArray()));
                    copy.setLong(2, Math.min(AT_A_TIME, count - made));
                    copy.executeUpdate();
                }
                progress.made(Math.min(count, made + AT_A_TIME));
            }
        }
    }

    private String sql(Connection connection) throws SQLException {
        var events = Columns.of(connection, "domain_event_entry");
        var receipts = Columns.of(connection, "command_receipt");
        var registered = Columns.of(connection, "ticket_register");
        return """
                WITH copies AS MATERIALIZED (
                    SELECT n, ticket_id AS original, number AS original_number,
                        'TCK-' || gen_random_uuid() AS copy, 'TKT' || nextval('ticket_number') AS copy_number
                    FROM unnest(?) WITH ORDINALITY AS original (ticket_id, place)
                    JOIN ticket_register USING (ticket_id)
                    JOIN generate_series(1, ?) n ON n %% %d + 1 = place
                ), registered AS (
                    INSERT INTO ticket_register (%s)
                    SELECT %s FROM copies JOIN ticket_register r ON r.ticket_id = original
                ), answered AS (
                    INSERT INTO command_receipt (%s)
                    SELECT %s FROM copies JOIN command_receipt r ON r.aggregate_id = original
                )
                INSERT INTO domain_event_entry (%s)
                SELECT %s FROM copies JOIN domain_event_entry e ON e.aggregate_identifier = original
                ORDER BY n / %d, e.sequence_number, n""".formatted(
                        originals.size(),
                        registered.list(),
                        registered.listFrom("r", Map.of("ticket_id", "copy", "number", "copy_number")),
                        receipts.list(),
                        receipts.listFrom(
                                "r",
                                Map.of(
                                        "command_id", "gen_random_uuid()",
                                        "aggregate_id", "copy",
                                        "number", "CASE WHEN r.number IS NOT NULL THEN copy_number END")),
                        events.list(),
                        events.listFrom(
                                "e",
                                Map.of(
                                        "event_identifier",
                                        "gen_random_uuid()::text",
                                        "aggregate_identifier",
                                        "copy",
                                        "payload",
                                        RENAMED,
                                        "meta_data",
                                        OF_A_COMMAND_OF_ITS_OWN)),
                        SIDE_BY_SIDE);
    }
}
