package dev.callout.faults;

import dev.callout.RunningCallout;
import dev.callout.launcher.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was really stored, read from the database behind the product's back. */
final class StoredEvents implements AutoCloseable {

    private final Connection connection;

    StoredEvents(RunningCallout callout) throws SQLException, IOException {
        var folder = callout.dataFolder();
        var port = Files.readString(folder.resolve("postgres.port")).strip();
        var password = Files.readString(folder.resolve("callout.password")).strip();
        connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/callout", "callout", password);
    }

    StoredEvents(Database database) throws SQLException {
        connection = database.connect();
    }

    /** How many events each command led to. */
    Map<UUID, Integer> perCommand() throws SQLException {
        var counts = new HashMap<UUID, Integer>();
        try (var query = connection.prepareStatement(
                        "SELECT convert_from(meta_data, 'UTF8')::json ->> 'commandId' AS id, count(*)"
                                + " FROM domain_event_entry GROUP BY 1");
                var row = query.executeQuery()) {
            while (row.next()) {
                if (row.getString(1) != null) {
                    counts.put(UUID.fromString(row.getString(1)), row.getInt(2));
                }
            }
        }
        return counts;
    }

    List<Long> sequenceNumbers(String aggregateId) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var query = connection.prepareStatement("SELECT sequence_number FROM domain_event_entry"
                + " WHERE aggregate_identifier = ? ORDER BY global_index")) {
            query.setString(1, aggregateId);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
