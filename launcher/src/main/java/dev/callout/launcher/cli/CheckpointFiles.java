package dev.callout.launcher.cli;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.NewestSealed;
import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was published of the history: checkpoints, one in a file, and how far it was sealed. */
final class CheckpointFiles {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NEWEST_SEALED = "newest-sealed.json";

    private CheckpointFiles() {}

    /** What was published; the newest sealed block is that of the last file that tells of one. */
    record Published(List<Checkpoint> checkpoints, NewestSealed newestSealed) {}

    /** All in the files, and in all JSON files of the folders. */
    static Published read(List<Path> filesAndFolders) throws IOException {
        var checkpoints = new ArrayList<Checkpoint>();
        NewestSealed newest = null;
        for (var path : filesAndFolders) {
            for (var file : Files.isDirectory(path) ? filesIn(path) : List.of(path)) {
                if (file.endsWith(NEWEST_SEALED)) {
                    newest = newestSealed(file);
                } else {
                    checkpoints.add(read(file));
                }
            }
        }
        return new Published(checkpoints, newest);
    }

    private static NewestSealed newestSealed(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), NewestSealed.class);
        } catch (JacksonException noJson) {
            throw new CannotRun(file + " does not tell of the newest sealed block.");
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new CannotRun("There is no checkpoint in " + folder + ".");
            }
            return found;
        }
    }

    private static Checkpoint read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CannotRun("There is no file " + file + " to read.");
        }
        try {
            var checkpoint = JSON.readValue(Files.readString(file), Checkpoint.class);
            if (checkpoint != null && checkpoint.number() > 0 && checkpoint.root() != null) {
                return checkpoint;
            }
        } catch (JacksonException noJson) {
            // said below
        }
        throw new CannotRun(file + " is no checkpoint.");
    }
}
