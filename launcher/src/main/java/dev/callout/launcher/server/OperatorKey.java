package dev.callout.launcher.server;

import dev.callout.launcher.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret that lets whoever may read the data folder do an operator's work on its server. */
final class OperatorKey {

    private static final String FILE = "operator.key";

    private OperatorKey() {}

    static boolean existsIn(DataFolder folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static boolean existsIn(Path dataFolder) {
        return Files.exists(dataFolder.resolve(FILE));
    }

    static Path madeIn(DataFolder folder) throws IOException {
        if (!existsIn(folder)) {
            PrivateFiles.write(folder.resolve(FILE), PrivateFiles.newSecret());
        }
        return folder.resolve(FILE);
    }

    static String readFrom(Path dataFolder) throws IOException {
        return Files.readString(dataFolder.resolve(FILE)).strip();
    }
}
