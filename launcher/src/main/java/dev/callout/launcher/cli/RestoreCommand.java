package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.backup.Archive;
import dev.callout.launcher.backup.EventsElsewhere;
import dev.callout.launcher.backup.Restore;
import dev.callout.launcher.server.EventStoreKind;
import dev.callout.launcher.server.OwnDatabase;
import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import dev.callout.platform.keys.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LoggingSystem;

/** Brings a backup back, into an empty database. */
final class RestoreCommand implements CliCommand {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public String summary() {
        return "bring a backup back, into an empty database";
    }

    @Override
    public String details() {
        return """
                CALLOUT_DATA names a folder without a database yet, or CALLOUT_DB_URL an empty one. The master key has to
                be there already: as master.key in the folder, or as CALLOUT_MASTER_KEY or CALLOUT_MASTER_KEY_FILE.
                With Axon Server, restore and start that first: its events are not in the file, and must be those that the
                tables were computed from. All rows are compared with what was saved. It is all restored, or nothing. Everybody signs in anew.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (arguments.size() != 1) {
            throw BadUsage.of(this);
        }
        LoggingSystem.get(getClass().getClassLoader()).beforeInitialize(); // Flyway's notes are not for people
        try (var archive = Archive.open(Path.of(arguments.get(0)))) {
            var manifest = archive.manifest();
            requireItsKey(manifest.masterKeyCheck(), settings);
            requireItsEventStore(manifest.events(), settings);
            console.err()
                    .printf(
                            "Restoring what was at %s, event %d, into %s.%n",
                            manifest.takenAt(), manifest.lastEvent(), settings.dataFolder());
            Restore restore;
            try (var own = OwnDatabase.toFill(settings)) {
                var bar = new ProgressBar("Restoring", console.err());
                try {
                    restore = new Restore(own.database(), archive, elsewhere(settings));
                    restore.run(bar::show);
                } catch (CannotRun e) {
                    bar.abandon();
                    throw e;
                }
                bar.finish();
            }
            if (manifest.demo()) {
                Server.markAsDemo(settings);
            }
            putAside(settings.dataFolder().resolve("checkpoints"), console);
            manifest.tables()
                    .forEach(
                            table -> console.out().printf("%s  %8d  %s%n", table.sha256(), table.rows(), table.name()));
            console.out()
                    .println(
                            manifest.events() == EventStoreKind.POSTGRES
                                    ? "All as it was saved. Everybody has to sign in anew."
                                    : "The tables are as they were saved; the events are those that Axon Server has."
                                            + " It has all that the tables were computed from: the last "
                                            + restore.compared()
                                            + " sealed events were compared. Everybody has to sign in anew.");
            console.out()
                    .println("What was decided after " + manifest.takenAt()
                            + " is not in it. Persons erased since must be erased again: docs/operations.md says how.");
        }
    }

    private static void requireItsEventStore(EventStoreKind events, Settings settings) {
        if (events != settings.deployment().events()) {
            throw new CannotRun(
                    events == EventStoreKind.AXON_SERVER
                            ? "The backup is of a Callout whose events are in Axon Server, and does not hold them. Restore"
                                    + " Axon Server from its own backup, and set CALLOUT_EVENT_STORE=axon-server and"
                                    + " CALLOUT_AXON_SERVER."
                            : "The backup is of a Callout whose events are in PostgreSQL, and holds them. Restore it without"
                                    + " CALLOUT_EVENT_STORE=axon-server.");
        }
    }

    private static Optional<EventsElsewhere> elsewhere(Settings settings) {
        return settings.deployment().events() == EventStoreKind.AXON_SERVER
                ? Optional.of(new EventsElsewhere(settings.deployment().axonServer()))
                : Optional.empty();
    }

    /** What was sealed and signed for after the backup is no part of the history that goes on from here. */
    private static void putAside(Path checkpoints, Console console) throws IOException {
        if (Files.exists(checkpoints)) {
            var now = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneOffset.UTC));
            var aside = checkpoints.resolveSibling("checkpoints-before-restore-" + now);
            Files.move(checkpoints, aside);
            console.out().println("The checkpoints that were there are in " + aside + " now.");
        }
    }

    private static void requireItsKey(String check, Settings settings) throws IOException {
        var key = settings.masterKey()
                .key(settings.dataFolder())
                .orElseThrow(() -> new CannotRun("Without the master key of the Callout it was taken from, a backup"
                        + " cannot be restored. Put it into "
                        + settings.dataFolder().resolve("master.key")
                        + ", or set CALLOUT_MASTER_KEY or CALLOUT_MASTER_KEY_FILE."));
        if (!HexFormat.of().formatHex(MasterKey.checkOf(key, "use")).equals(check)) {
            throw new CannotRun("The master key is not that of the Callout the backup was taken from."
                    + " Put the right one in its place; nothing was restored.");
        }
    }
}
