package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a folder with the demo company, whose passwords everybody knows, from one with real work in it. */
final class DemoMark {

    private static final String FILE = "demo";

    private DemoMark() {}

    static boolean isOn(DataFolder folder) {
        return Files.exists(mark(folder));
    }

    static boolean isOn(Path dataFolder) {
        return Files.exists(dataFolder.resolve(FILE));
    }

    static void put(Path dataFolder) throws IOException {
        PrivateFiles.write(dataFolder.resolve(FILE), "");
    }

    static void require(DataFolder folder) throws IOException {
        if (!isOn(folder)) {
            if (OperatorKey.existsIn(folder)) {
                throw new CannotRun(
                        folder + " already holds a Callout that is no demo. The demo's passwords are public,"
                                + " so give it a folder of its own: CALLOUT_DATA=demo ./callout demo");
            }
            Files.createFile(mark(folder));
        }
    }

    private static Path mark(DataFolder folder) {
        return folder.resolve(FILE);
    }
}
