package dev.callout.launcher.cli;

import dev.callout.launcher.Product;
import dev.callout.launcher.backup.Backup;
import dev.callout.launcher.server.EventStoreKind;
import dev.callout.launcher.server.OwnDatabase;
import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Saves all data into one file, while the product works on. */
final class BackupCommand implements CliCommand {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String arguments() {
        return "FILE | FOLDER";
    }

    @Override
    public String summary() {
        return "save all data into one file";
    }

    @Override
    public String details() {
        return """
                Everything as it is at one moment: events, views, attachments, accounts. The product may run meanwhile.
                With Axon Server the events are there and not in the file: back Axon Server up right after it.
                The master key is not in it, and without the key it cannot be restored: keep both, in different places.
                In a folder the file gets a name of its own. docs/operations.md says more.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (arguments.size() != 1) {
            throw BadUsage.of(this);
        }
        var file = file(Path.of(arguments.get(0)));
        try (var own = OwnDatabase.toRead(settings)) {
            var bar = new ProgressBar("Saving", console.err());
            var backup = new Backup(
                    own.database(),
                    Product.version().orElse("development"),
                    Server.isDemo(settings),
                    settings.deployment().events());
            var manifest = backup.writeTo(file, bar::show);
            bar.show(manifest.rows(), manifest.rows());
            bar.finish();
            console.out()
                    .printf(
                            "%s: %,d bytes, %d tables, up to event %d of %s.%n",
                            file, Files.size(file), manifest.tables().size(), manifest.lastEvent(), manifest.takenAt());
            if (manifest.events() == EventStoreKind.AXON_SERVER) {
                console.err()
                        .println(
                                "The events are not in it: they are in Axon Server. Back that up now, after this, so that"
                                        + " it is the newer one: docs/operations.md says how.");
            }
            console.err()
                    .println("The master key is not in it. Keep that elsewhere: without it nothing can be restored.");
        }
    }

    private static Path file(Path fileOrFolder) {
        return Files.isDirectory(fileOrFolder)
                ? fileOrFolder.resolve(
                        "callout-" + ZonedDateTime.now(ZoneOffset.UTC).format(STAMP) + ".zip")
                : fileOrFolder;
    }
}
