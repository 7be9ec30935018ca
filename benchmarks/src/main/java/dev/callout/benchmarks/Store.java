package dev.callout.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The product's own PostgreSQL, for what nothing that stores an event can beat: the same bytes as one row, one row a
 * transaction, and nothing else.
 */
record Store(String url, String password) {

    private static final String FLOOR = "benchmark.floor";

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "callout", password);
    }

    /** Refuses to compare with a database that forgets. */
    void prepare() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var answer = statement.executeQuery("SHOW " + setting)) {
                    answer.next();
                    if (!answer.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is " + answer.getString(1));
                    }
                }
            }
            statement.execute("CREATE SCHEMA IF NOT EXISTS benchmark");
            statement.execute("CREATE TABLE IF NOT EXISTS " + FLOOR
                    + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload bytea NOT NULL, meta_data bytea)");
        }
    }

    void tidy() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS benchmark CASCADE");
        }
    }

    long events() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM domain_event_entry")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Inserts what the youngest ticket's first event is made of. */
    Task insert() throws SQLException {
        var connection = connect();
        try (var statement = connection.createStatement();
                var event = statement.executeQuery("SELECT payload, meta_data FROM domain_event_entry"
                        + " WHERE payload_type LIKE '%.TicketRaised' ORDER BY global_index DESC LIMIT 1")) {
            event.next();
            var insert = connection.prepareStatement("INSERT INTO " + FLOOR + " (payload, meta_data) VALUES (?, ?)");
            insert.setBytes(1, event.getBytes(1));
            insert.setBytes(2, event.getBytes(2));
            return new Insert(connection, insert);
        }
    }

    private record Insert(Connection connection, PreparedStatement statement) implements Task {

        @Override
        public void once() throws SQLException {
            statement.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
