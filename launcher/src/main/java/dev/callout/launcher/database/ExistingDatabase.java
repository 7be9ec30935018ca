package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL that somebody else runs, named by {@code CALLOUT_DB_URL}: we only check that it answers. */
public record ExistingDatabase(Database database) {

    public static Optional<ExistingDatabase> from(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("CALLOUT_DB_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new ExistingDatabase(new Database(
                        jdbc(url), environment.getOrDefault("CALLOUT_DB_USER", "callout"), password(environment))));
    }

    public Database reach() {
        try {
            database.connect().close();
            return database;
        } catch (SQLException e) {
            throw new CannotRun("The database at " + database + " does not let us in: " + e.getMessage(), e);
        }
    }

    private static String password(Map<String, String> environment) {
        var file = environment.get("CALLOUT_DB_PASSWORD_FILE");
        try {
            return file == null
                    ? environment.getOrDefault("CALLOUT_DB_PASSWORD", "")
                    : Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " of CALLOUT_DB_PASSWORD_FILE cannot be read.", e);
        }
    }

    private static String jdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        throw new CannotRun("CALLOUT_DB_URL must look like jdbc:postgresql://host:5432/callout, not \"" + url + "\".");
    }
}
