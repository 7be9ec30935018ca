package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** An answered command must survive a power cut: a database set up to forget is not accepted. */
public final class Durability {

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "remote_apply"));

    private Durability() {}

    public static void require(Database database) {
        try (var connection = database.connect()) {
            for (var setting : NEEDED.entrySet()) {
                var value = show(connection, setting.getKey());
                if (!setting.getValue().contains(value)) {
                    throw new CannotRun(
                            "PostgreSQL runs with %s=%s and could lose acknowledged work. Switch it on, or set"
                                            .formatted(setting.getKey(), value)
                                    + " CALLOUT_DATABASE_ALLOW_UNSAFE=true if this data may be lost.");
                }
            }
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " how safely it writes: " + e.getMessage(), e);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
