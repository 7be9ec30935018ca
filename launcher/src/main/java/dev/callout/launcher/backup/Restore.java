package dev.callout.launcher.backup;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.database.Database;
import dev.callout.platform.tables.TableText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;

/**
 * Fills an empty database from an archive: Flyway makes the tables as they were then, and one transaction brings all
 * rows in and compares them with what was saved. Until it ends, Flyway's notes stand under another name, so that no
 * product starts on half a database, and a restore that was killed can be repeated.
 */
public final class Restore {

    private static final String UNDER_WAY = "restore_under_way";

    private final Database database;
    private final Archive archive;
    private final Optional<EventsElsewhere> elsewhere;
    private int compared;

    /** {@code elsewhere} is where the events are when the archive does not hold them. */
    public Restore(Database database, Archive archive, Optional<EventsElsewhere> elsewhere) {
        this.database = database;
        this.archive = archive;
        this.elsewhere = elsewhere;
    }

    /** How many of the last sealed events were found to be the same in the store that the archive does not hold. */
    public int compared() {
        return compared;
    }

    /** For a product about to start: what a killed restore left behind is no database to work on. */
    public static void requireNoneUnderWay(Database database) {
        try (var connection = database.connect()) {
            if (new Catalog(connection).everyTable().contains(UNDER_WAY)) {
                throw new CannotRun("A restore into this database was broken off. Repeat it: ./callout restore FILE");
            }
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " what is in it: " + e.getMessage(), e);
        }
    }

    public void run(Progress progress) {
        try (var connection = database.connectForWork()) {
            requireEmpty(connection);
            try {
                makeTables(connection);
                connection.setAutoCommit(false);
                fill(connection, progress);
                connection.commit();
            } catch (CannotRun | SQLException | FlywayException | IOException e) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                clear(connection);
                throw e;
            }
            connection.setAutoCommit(true);
            execute(connection, "ANALYZE");
        } catch (SQLException | FlywayException | IOException e) {
            throw new CannotRun("The restore failed and left nothing behind: " + firstLine(e), e);
        }
    }

    private void requireEmpty(Connection connection) throws SQLException {
        var tables = new Catalog(connection).everyTable();
        if (tables.contains(UNDER_WAY)) {
            clear(connection); // an earlier restore was broken off
        } else if (!tables.isEmpty()) {
            throw new CannotRun("The database is not empty: it has " + tables.size() + " tables, \"" + tables.get(0)
                    + "\" for one. A backup is restored into an empty one only.");
        }
    }

    private void makeTables(Connection connection) throws SQLException {
        var schema = MigrationVersion.fromVersion(archive.manifest().schema());
        var newest = Arrays.stream(flyway().load().info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .reduce(MigrationVersion.EMPTY, (one, other) -> one.compareTo(other) < 0 ? other : one);
        if (newest.compareTo(schema) < 0) {
            throw new CannotRun("The backup was taken from a newer Callout (schema " + schema + "; this one knows "
                    + newest + "). Restore it with that one.");
        }
        flyway().target(schema).load().migrate();
        var missing = new HashSet<>(
                archive.manifest().tables().stream().map(Manifest.Table::name).toList());
        missing.removeAll(new Catalog(connection).everyTable());
        if (!missing.isEmpty()) {
            throw new CannotRun("The backup has tables that this Callout does not know: " + missing + ".");
        }
    }

    private void fill(Connection connection, Progress progress) throws SQLException, IOException {
        var tables = archive.manifest().tables();
        execute(connection, "TRUNCATE " + String.join(", ", names(tables))); // of what migrations put there
        var done = 0L;
        for (var table : tables) {
            fill(connection, table);
            done += table.rows();
            progress.show(done, archive.manifest().rows());
        }
        for (var sequence : archive.manifest().sequences()) {
            execute(
                    connection,
                    "SELECT setval('%s', %d, %b)".formatted(sequence.name(), sequence.lastValue(), sequence.used()));
        }
        if (elsewhere.isPresent()) {
            compared = elsewhere.get().requireSameAs(connection);
        } else {
            requireNoViewAheadOfItsEvents(connection);
        }
        leaveTheOldMachineBehind(connection);
        execute(connection, "ALTER TABLE " + UNDER_WAY + " RENAME TO " + Catalog.HISTORY);
        execute(connection, "ALTER INDEX " + UNDER_WAY + "_pk RENAME TO " + Catalog.HISTORY + "_pk");
        execute(connection, "ALTER INDEX " + UNDER_WAY + "_s_idx RENAME TO " + Catalog.HISTORY + "_s_idx");
    }

    /** Triggers rest: what they would write was saved, too. */
    private void fill(Connection connection, Manifest.Table table) throws SQLException, IOException {
        execute(connection, "ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
        try (var text = archive.textOf(table)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table.name() + " (" + table.columns() + ") FROM STDIN", text);
        } catch (SQLException | IOException e) {
            throw archive.damaged(table, e);
        }
        execute(connection, "ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
        var now = TableText.fingerprint(connection, table.name());
        if (!now.equals(new TableText.Fingerprint(table.rows(), table.sha256()))) {
            throw archive.damaged(table, null);
        }
    }

    private static void requireNoViewAheadOfItsEvents(Connection connection) throws SQLException {
        var ahead = new Catalog(connection).ask("""
                SELECT string_agg(processor_name, ', ') FROM token_entry
                WHERE token_type LIKE '%.GapAwareTrackingToken' AND (convert_from(token, 'UTF8')::json ->> 'index')::bigint
                    > (SELECT max(global_index) FROM domain_event_entry)""");
        if (ahead.isPresent()) {
            throw new CannotRun("The backup is not one moment: " + ahead.get() + " are ahead of the last event.");
        }
    }

    /** Claims of processes that are no more, sign-ins and links that may have been ended since, rebuilds half done. */
    private static void leaveTheOldMachineBehind(Connection connection) throws SQLException {
        execute(connection, "UPDATE token_entry SET owner = NULL");
        execute(connection, "DELETE FROM token_entry WHERE processor_name LIKE 'rebuild-%'");
        execute(
                connection,
                "UPDATE rebuild_run SET state = 'FAILED', finished_at = now(),"
                        + " error = 'The backup was taken while it ran.' WHERE state = 'RUNNING'");
        execute(connection, "UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL");
        for (var key : List.of("sign_in", "signed_in", "one_time_link")) {
            execute(connection, "UPDATE " + key + " SET ended_at = now() WHERE ended_at IS NULL");
        }
    }

    private void clear(Connection connection) throws SQLException {
        flyway().cleanDisabled(false).load().clean();
        execute(connection, "DROP SCHEMA IF EXISTS rebuild CASCADE");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .table(UNDER_WAY);
    }

    private static List<String> names(List<Manifest.Table> tables) {
        return tables.stream().map(Manifest.Table::name).toList();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
