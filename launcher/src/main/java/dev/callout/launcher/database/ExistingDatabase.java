package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL that somebody else runs, named by {@code CALLOUT_DB_URL}: we only check that it answers. */
public record ExistingDatabase(Database database) {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int SAY_SO_EVERY = 10;

    /** No connection, starting up or stopping, no room for another connection. */
    private static final List<String> AWAY = List.of("08001", "08006", "57P", "53");

    public static Optional<ExistingDatabase> from(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("CALLOUT_DB_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new ExistingDatabase(new Database(
                        jdbc(url), environment.getOrDefault("CALLOUT_DB_USER", "callout"), password(environment))));
    }

    /** For one command: it is there, or nothing can be done. */
    public Database reach() {
        try {
            database.connect().close();
            return database;
        } catch (SQLException e) {
            throw isAway(e)
                    ? new CannotRun("The database at " + database + " does not answer: " + e.getMessage(), e)
                    : refusal(e);
        }
    }

    /** For the daily work: waits for one that is still away, and says so. What can never become right ends it at once. */
    public Database await(PrintStream words) {
        for (var tries = 0; ; tries++) {
            try {
                database.connect().close();
                return database;
            } catch (SQLException e) {
                if (!isAway(e)) {
                    throw refusal(e);
                }
                if (tries % SAY_SO_EVERY == 0) {
                    words.println("Waiting for PostgreSQL at " + database + ": " + e.getMessage());
                }
            }
            pause();
        }
    }

    private CannotRun refusal(SQLException e) {
        return hasNoAddress(e)
                ? new CannotRun("The host that CALLOUT_DB_URL names has no address: " + database + ".", e)
                : new CannotRun("The database at " + database + " does not let us in: " + e.getMessage(), e);
    }

    private static boolean isAway(SQLException e) {
        return !hasNoAddress(e) && e.getSQLState() != null && AWAY.stream().anyMatch(e.getSQLState()::startsWith);
    }

    private static boolean hasNoAddress(SQLException e) {
        return e.getCause() instanceof UnknownHostException;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting for PostgreSQL.", e);
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
        if (Driver.parseURL(url, new Properties()) != null) {
            return url;
        }
        throw new CannotRun("CALLOUT_DB_URL must look like jdbc:postgresql://host:5432/callout, not \"" + url + "\".");
    }
}
