package dev.callout.benchmarks.store;

import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The stored events as PostgreSQL alone gives them: what a rebuild can't beat. */
public record Stream(Store store) {

    private static final int ROWS_AT_A_TIME = 1_000;

    /** How long so many events took. */
    public record Pass(long events, double seconds) {

        public double perSecond() {
            return events / seconds;
        }
    }

    /** Reads every event in order, over one connection. */
    public Pass read() throws SQLException {
        var begin = System.nanoTime();
        try (var connection = store.connect()) {
            connection.setAutoCommit(false); // or the driver would fetch all rows at once
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                var events = 0L;
                try (var rows = statement.executeQuery("SELECT * FROM domain_event_entry ORDER BY global_index")) {
                    while (rows.next()) {
                        rows.getBytes("payload");
                        rows.getBytes("meta_data");
                        rows.getString("aggregate_identifier");
                        events++;
                    }
                }
                return new Pass(events, (System.nanoTime() - begin) / 1e9);
            }
        }
    }

    /** Streams every event out of one connection and into a table without indexes over another. */
    public Pass copy() throws SQLException {
        store.execute("CREATE TABLE benchmark.copied (LIKE domain_event_entry)");
        var begin = System.nanoTime();
        try (var from = store.connect();
                var to = store.connect()) {
            var out = from.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY domain_event_entry TO STDOUT (FORMAT binary)");
            var in = to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY benchmark.copied FROM STDIN (FORMAT binary)");
            for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
            }
            return new Pass(in.endCopy(), (System.nanoTime() - begin) / 1e9);
        } finally {
            store.execute("DROP TABLE benchmark.copied");
        }
    }
}
