package dev.callout.benchmarks.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Whether all that was acknowledged is in the store, and once.
 *
 * @param missing commands whose event is not where their answer said
 * @param twice commands of which the store has the same event more than once
 * @param found what is where the first missing ones should be
 */
public record Acknowledged(long commands, long missing, long twice, String found) {

    private static final String MISSING = """
            FROM witness w WHERE NOT EXISTS (
                SELECT FROM domain_event_entry e
                WHERE e.aggregate_identifier = w.aggregate AND e.sequence_number = w.version
                    AND convert_from(e.meta_data, 'UTF8')::json ->> 'commandId' = w.command_id)""";

    public boolean isKept() {
        return missing == 0 && twice == 0;
    }

    @Override
    public String toString() {
        return "%,d commands acknowledged, %d of them missing, %d stored twice%s"
                .formatted(commands, missing, twice, found == null ? "" : ": " + found);
    }

    /** @param witness a line for each command: its id, and the aggregate and version that its answer told */
    public static Acknowledged compare(Path witness, Store store) throws SQLException, IOException {
        try (var connection = store.connect()) {
            load(witness, connection);
            return new Acknowledged(
                    number(connection, "SELECT count(*) FROM witness"),
                    number(connection, "SELECT count(*) " + MISSING),
                    number(connection, """
                            SELECT count(DISTINCT command_id) FROM (
                                SELECT w.command_id FROM domain_event_entry e
                                JOIN (SELECT DISTINCT command_id FROM witness) w
                                    ON w.command_id = convert_from(e.meta_data, 'UTF8')::json ->> 'commandId'
                                CROSS JOIN LATERAL (SELECT convert_from(e.payload, 'UTF8')::json AS told) said
                                -- of what runs out for a ticket one command may tell several: each once
                                GROUP BY w.command_id, e.payload_type, told ->> 'clock', told ->> 'cycle',
                                    told ->> 'percent', told ->> 'action'
                                HAVING count(*) > 1) AS repeated"""),
                    value(connection, """
                            SELECT string_agg(command_id || ' at ' || aggregate || '@' || version || ' is '
                                || coalesce(there, 'nothing'), ', ')
                            FROM (SELECT w.*, (SELECT e.payload_type || ' of ' || convert_from(e.meta_data, 'UTF8')
                                    FROM domain_event_entry e
                                    WHERE e.aggregate_identifier = w.aggregate AND e.sequence_number = w.version) AS there
                            """ + MISSING + " LIMIT 3) AS first"));
        }
    }

    private static void load(Path witness, Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var lines = Files.newBufferedReader(witness)) {
            statement.execute("CREATE TEMP TABLE witness (command_id text, aggregate text, version bigint)");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY witness FROM STDIN (FORMAT csv)", lines);
            statement.execute("ANALYZE witness");
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(value(connection, sql));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
