package dev.callout.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** An append that can be held open, committed or rolled back, as the event store's own are. */
final class Appending implements AutoCloseable {

    private final Connection connection;

    Appending(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    /** Appends one event of an aggregate and tells its position. */
    long append(String aggregateId, long sequence) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO domain_event_entry (event_identifier,"
                + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
                + " meta_data) VALUES (?, ?, ?, 'Any', '2026-03-02T09:00:00.000Z', 'dev.callout.test.Happened', '1',"
                + " ?, ?) RETURNING global_index")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, aggregateId);
            insert.setLong(3, sequence);
            insert.setBytes(4, "{\"text\":\"something happened\"}".getBytes(UTF_8));
            insert.setBytes(5, "{\"actor\":\"ACC-dana\",\"role\":\"DISPATCHER\"}".getBytes(UTF_8));
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
