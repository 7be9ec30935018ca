package dev.callout.launcher.backup;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.PrivateFiles;
import dev.callout.launcher.database.Database;
import dev.callout.launcher.server.EventStoreKind;
import dev.callout.platform.tables.BackupLock;
import dev.callout.platform.tables.TableText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all tables into one archive while the product works on. They are read in one transaction that sees a single
 * moment, so that no view is ahead of its events and no position ahead of its view.
 */
public final class Backup {

    private final Database database;
    private final String product;
    private final boolean demo;
    private final EventStoreKind events;

    public Backup(Database database, String product, boolean demo, EventStoreKind events) {
        this.database = database;
        this.product = product;
        this.demo = demo;
        this.events = events;
    }

    /** Whole or not at all: what is written first is a draft beside it. */
    public Manifest writeTo(Path file, Progress progress) throws IOException {
        if (Files.exists(file)) {
            throw new CannotRun(file + " exists already; a backup never replaces another file.");
        }
        var draft = PrivateFiles.draftOf(file);
        draft.toFile().deleteOnExit(); // when it is broken off from the keyboard
        try {
            Manifest manifest;
            try (var out = Files.newOutputStream(draft)) {
                manifest = write(out, progress);
            }
            PrivateFiles.publish(draft, file);
            return manifest;
        } catch (SQLException e) {
            throw new CannotRun("The backup failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest write(OutputStream out, Progress progress) throws IOException, SQLException {
        try (var connection = database.connectForWork();
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var catalog = new Catalog(connection);
            var tables = atOneMoment(connection, catalog);
            var saved = save(connection, tables, catalog.roughRows(), zip, progress);
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    product,
                    catalog.ask(
                                    "SELECT version FROM " + Catalog.HISTORY
                                            + " WHERE success AND version IS NOT NULL ORDER BY string_to_array(version, '.')::int[] DESC")
                            .orElseThrow(),
                    Instant.now(),
                    demo,
                    catalog.ask(
                                    events == EventStoreKind.POSTGRES
                                            ? "SELECT max(global_index) FROM domain_event_entry"
                                            : EventsElsewhere.HIGHEST)
                            .map(Long::valueOf)
                            .orElse(0L),
                    catalog.ask("SELECT encode(value, 'hex') FROM secret WHERE name = 'master-key-check'")
                            .orElseThrow(),
                    saved,
                    catalog.sequences(), // after the tables: a number too high is harmless, one too low is not
                    events);
            zip.putNextEntry(new ZipEntry(Archive.MANIFEST));
            zip.write(Archive.JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /**
     * Begins the transaction. The tables are locked before the moment is chosen: one that a rebuild put in place after
     * it would look empty.
     */
    private static List<String> atOneMoment(Connection connection, Catalog catalog) throws SQLException {
        catalog.ask(BackupLock.HOLD);
        if (!catalog.everyTable().contains(Catalog.HISTORY)) {
            throw new CannotRun("There is no Callout in this database.");
        }
        var tables = catalog.tables();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS SHARE MODE");
        }
        if (!catalog.tables().equals(tables)) {
            throw new CannotRun("The tables are being changed at this moment. Try again in a minute.");
        }
        return tables;
    }

    private static List<Manifest.Table> save(
            Connection connection,
            List<String> tables,
            Map<String, Long> roughRows,
            ZipOutputStream zip,
            Progress progress)
            throws IOException, SQLException {
        var about = tables.stream()
                .mapToLong(table -> roughRows.getOrDefault(table, 0L))
                .sum();
        var saved = new ArrayList<Manifest.Table>();
        var counted = new RowsCounted(zip, about, progress);
        for (var name : tables) {
            var columns = TableText.columns(connection, name);
            zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, "").entry()));
            var text = TableText.write(connection, name, counted);
            zip.closeEntry();
            saved.add(new Manifest.Table(name, columns, text.rows(), text.sha256()));
        }
        return saved;
    }

    /** PostgreSQL's driver writes row by row, which tells how far it is. */
    private static final class RowsCounted extends FilterOutputStream {

        private final long about;
        private final Progress progress;
        private long rows;

        RowsCounted(OutputStream out, long about, Progress progress) {
            super(out);
            this.about = about;
            this.progress = progress;
        }

        @Override
        public void write(byte[] row, int offset, int length) throws IOException {
            out.write(row, offset, length);
            if (++rows % 1000 == 0) {
                progress.show(rows, Math.max(rows, about));
            }
        }
    }
}
