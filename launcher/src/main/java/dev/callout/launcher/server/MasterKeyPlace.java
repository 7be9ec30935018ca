package dev.callout.launcher.server;

import dev.callout.launcher.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the master key is: in {@code CALLOUT_MASTER_KEY}, which the product reads by itself, in the file that
 * {@code CALLOUT_MASTER_KEY_FILE} names, or else in one that the first start makes in the data folder.
 */
public record MasterKeyPlace(boolean inEnvironment, Optional<Path> namedFile) {

    private static final String FILE = "master.key";

    static MasterKeyPlace from(Map<String, String> environment) {
        return new MasterKeyPlace(
                environment.containsKey("CALLOUT_MASTER_KEY"),
                Optional.ofNullable(environment.get("CALLOUT_MASTER_KEY_FILE")).map(Path::of));
    }

    /** The file to read it from; empty when the environment has it. */
    Optional<Path> fileIn(DataFolder folder) throws IOException {
        if (inEnvironment) {
            return Optional.empty();
        }
        if (namedFile.isPresent()) {
            return namedFile;
        }
        var file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            PrivateFiles.write(file, PrivateFiles.newSecret());
        }
        return Optional.of(file);
    }
}
