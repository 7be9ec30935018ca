package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL that somebody else runs, named by {@code CALLOUT_DB_URL}: we only check that it answers. */
public record ExistingDatabase(Database database) {

    public static Optional<ExistingDatabase> from(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("CALLOUT_DB_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new ExistingDatabase(new Database(
                        jdbc(url),
                        environment.getOrDefault("CALLOUT_DB_USER", "callout"),
                        environment.getOrDefault("CALLOUT_DB_PASSWORD", ""))));
    }

    public Database reach() {
        try {
            database.connect().close();
            return database;
        } catch (SQLException e) {
            throw new CannotRun("The database at " + database + " does not let us in: " + e.getMessage(), e);
        }
    }

    private static String jdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        throw new CannotRun("CALLOUT_DB_URL must look like jdbc:postgresql://host:5432/callout, not \"" + url + "\".");
    }
}
