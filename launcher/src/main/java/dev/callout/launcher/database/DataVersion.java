package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Keeps an older product away from data that a newer one has worked on: it would decide without what it does not know. */
public final class DataVersion {

    private static final String WAY_ON =
            " Start the newer one, or restore a backup from before the update: docs/operations.md, Updating.";

    private DataVersion() {}

    /** Refuses what a newer product than {@code version} did; of a product without a version only the tables tell. */
    public static void requireNotNewer(Database database, Optional<String> version) {
        try (var connection = database.connect()) {
            if (version.isPresent() && hasTable(connection, "product_version")) {
                requireKnownProduct(connection, version.get());
            }
            if (hasTable(connection, "flyway_schema_history")) {
                requireKnownTables(connection, version.orElse("development"));
            }
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " who has worked on it: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotRun("Could not list the migrations of this Callout: " + e.getMessage(), e);
        }
    }

    /** Whether a Callout has ever run on it. */
    public static boolean isOfCallout(Database database) {
        try (var connection = database.connect()) {
            return hasTable(connection, "flyway_schema_history");
        } catch (SQLException e) {
            throw new CannotRun("Could not ask " + database + " what is in it: " + e.getMessage(), e);
        }
    }

    /** Writes down that this product has worked on the database. */
    public static void note(Database database, Optional<String> version) {
        if (version.isEmpty()) {
            return;
        }
        try (var connection = database.connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO product_version (version) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, version.get());
            insert.execute();
        } catch (SQLException e) {
            throw new CannotRun("Could not note the product's version in " + database + ": " + e.getMessage(), e);
        }
    }

    private static void requireKnownProduct(Connection connection, String version) throws SQLException {
        var newest = texts(connection, "SELECT version FROM product_version").stream()
                .map(Version::parse)
                .max(Comparator.naturalOrder())
                .filter(other -> other.compareTo(Version.parse(version)) > 0);
        if (newest.isPresent()) {
            throw new CannotRun("Callout " + newest.get() + " has worked on this data; this is the older Callout "
                    + version + "." + WAY_ON);
        }
    }

    private static void requireKnownTables(Connection connection, String version) throws SQLException, IOException {
        var known = migrations();
        var unknown = new TreeSet<>(
                texts(connection, "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL").stream()
                        .map(MigrationVersion::fromVersion)
                        .toList());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new CannotRun("A newer Callout has worked on this data: its tables have the migration "
                    + unknown.last() + ", which this Callout " + version + " does not know; its newest is "
                    + known.last() + "." + WAY_ON);
        }
    }

    private static TreeSet<MigrationVersion> migrations() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*__*.sql");
        var versions = new TreeSet<MigrationVersion>();
        Arrays.stream(files)
                .map(file -> file.getFilename().replaceFirst("V(.+?)__.*", "$1"))
                .forEach(number -> versions.add(MigrationVersion.fromVersion(number)));
        return versions;
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        return !texts(connection, "SELECT 1 WHERE to_regclass('" + name + "') IS NOT NULL")
                .isEmpty();
    }
}
