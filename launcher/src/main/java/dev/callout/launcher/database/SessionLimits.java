package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.sql.SQLException;

/**
 * How long one session of the application may keep a transaction open. Event processors stop waiting for an open append
 * after five minutes, so none may live that long. Migrations connect without these limits; a rebuild lifts them for its
 * own transaction with {@code SET LOCAL}.
 */
public final class SessionLimits {

    private static final int TRANSACTION_TIMEOUT_SINCE = 17;

    private SessionLimits() {}

    public static String sqlFor(Database database) {
        var limits = "SET idle_in_transaction_session_timeout = '10s'; SET statement_timeout = '15s'";
        try (var connection = database.connect()) {
            return connection.getMetaData().getDatabaseMajorVersion() >= TRANSACTION_TIMEOUT_SINCE
                    ? limits + "; SET transaction_timeout = '30s'"
                    : limits;
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " for its version: " + e.getMessage(), e);
        }
    }
}
