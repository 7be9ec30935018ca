package dev.callout.launcher.cli;

import dev.callout.api.audit.Checkpoint;
import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads checkpoints that were published, one in a file. */
final class CheckpointFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private CheckpointFiles() {}

    /** Those in the files, and in all JSON files of the folders. */
    static List<Checkpoint> read(List<Path> filesAndFolders) throws IOException {
        var checkpoints = new ArrayList<Checkpoint>();
        for (var path : filesAndFolders) {
            for (var file : Files.isDirectory(path) ? filesIn(path) : List.of(path)) {
                checkpoints.add(read(file));
            }
        }
        return checkpoints;
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
