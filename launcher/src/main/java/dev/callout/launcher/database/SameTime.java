package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Our clock and PostgreSQL's show about the same. Events carry the time of the process that stored them, and whoever
 * reads them takes an old one as a sign that nothing before it is still under way: events of a clock that is minutes slow
 * could make others be passed over. And whoever does a job tells by its own clock that it is still at it, while others
 * judge by theirs whether it has died.
 */
public final class SameTime {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private SameTime() {}

    public static void require(Database database, Clock clock) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT clock_timestamp()")) {
            answer.next();
            var theirs = answer.getObject(1, OffsetDateTime.class).toInstant();
            var apart = Duration.between(theirs, clock.instant());
            if (apart.abs().compareTo(TOLERANCE) > 0) {
                throw new CannotRun(
                        "The clock of this machine is %s of PostgreSQL's by %d s. Set both by a time server."
                                .formatted(
                                        apart.isNegative() ? "behind" : "ahead",
                                        apart.abs().toSeconds()));
            }
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " for the time: " + e.getMessage(), e);
        }
    }
}
