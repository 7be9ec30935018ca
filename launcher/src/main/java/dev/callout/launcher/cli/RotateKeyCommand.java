package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.PrivateFiles;
import dev.callout.launcher.server.OwnDatabase;
import dev.callout.launcher.server.Settings;
import dev.callout.platform.WillNotStart;
import dev.callout.platform.keys.MasterKeyRotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Changes the master key: what is encrypted under it goes under another one. */
final class RotateKeyCommand implements CliCommand {

    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public String arguments() {
        return "NEW-KEY-FILE";
    }

    @Override
    public String summary() {
        return "change the master key, while nothing runs";
    }

    @Override
    public String details() {
        return """
                Takes the new key from the file, or makes one and writes it there. No process of Callout may run. Then put
                the file where Callout looks for its master key: this command leaves the old one where it is. Backups
                from before still want the old one. docs/operations.md says what a new key helps against, and what not.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (arguments.size() != 1) {
            throw BadUsage.of(this);
        }
        var file = Path.of(arguments.get(0));
        var present = settings.masterKey()
                .key(settings.dataFolder())
                .orElseThrow(() -> new CannotRun("The present master key is needed, too, and is not there."));
        var brought = Files.exists(file);
        var key = brought ? TextFile.read(file) : PrivateFiles.newSecret();
        try (var own = OwnDatabase.toRead(settings);
                var connection = own.database().connectForWork()) {
            var rotation = new MasterKeyRotation(present, "its place", key, file.toString());
            var wrapped = rotation.run(connection, () -> {
                if (!brought) {
                    write(file, key);
                }
            });
            console.out().printf("%,d keys of persons are wrapped anew.%n", wrapped);
        } catch (WillNotStart e) {
            throw new CannotRun(e.getMessage(), e);
        } catch (SQLException e) {
            throw new CannotRun("The master key was not changed: " + e.getMessage(), e);
        }
        console.out()
                .println("From now on the master key is the one in " + file
                        + ". Before the next start, put it where Callout"
                        + " looks for it, on every machine, and a copy of it elsewhere.");
        console.out().println("Backups from before want the old key: keep that as long as you keep them.");
    }

    /** Not before the change is sure to be possible: a file that came with a refusal could be taken for the key. */
    private static void write(Path file, String key) {
        try {
            PrivateFiles.write(file, key);
        } catch (IOException e) {
            throw new CannotRun("The new key cannot be written to " + file + "; nothing was changed.", e);
        }
    }
}
