package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login that may do everything in the database makes every hole in the product one in the machine under it. */
public final class Superuser {

    private static final Logger log = LoggerFactory.getLogger(Superuser.class);

    private Superuser() {}

    /** Says so when the product is given one; it needs no more than to own its database. */
    public static void warn(Database database) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            if (answer.next() && answer.getBoolean(1)) {
                log.warn(
                        "The database login {} is a superuser. Callout needs one that only owns its database:"
                                + " CREATE ROLE callout LOGIN; CREATE DATABASE callout OWNER callout",
                        database.user());
            }
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " what its login may do: " + e.getMessage(), e);
        }
    }
}
