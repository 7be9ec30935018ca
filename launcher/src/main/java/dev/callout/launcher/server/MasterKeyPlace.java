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
public record MasterKeyPlace(Optional<String> value, Optional<Path> namedFile) {

    private static final String FILE = "master.key";

    static MasterKeyPlace from(Map<String, String> environment) {
        return new MasterKeyPlace(
                Optional.ofNullable(environment.get("CALLOUT_MASTER_KEY")),
                Optional.ofNullable(environment.get("CALLOUT_MASTER_KEY_FILE")).map(Path::of));
    }

    /** The key itself, if there is one already; none is made. */
    public Optional<String> key(Path dataFolder) throws IOException {
        var file = namedFile.orElse(dataFolder.resolve(FILE));
        return value.isPresent() || !Files.isReadable(file) ? value : Optional.of(Files.readString(file));
    }

    @Override
    public String toString() {
        return "MasterKeyPlace[" + namedFile + "]"; // the key itself stays out of logs
    }

    /** The file to read it from; empty when the environment has it. */
    Optional<Path> fileIn(DataFolder folder) throws IOException {
        if (value.isPresent()) {
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
