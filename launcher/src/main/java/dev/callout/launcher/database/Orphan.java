package dev.callout.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code postmaster.pid} tells of a PostgreSQL that a killed Callout left behind on its data. */
final class Orphan {

    private Orphan() {}

    static boolean runsOn(Path cluster) throws IOException {
        return namedBy(cluster).filter(process -> serves(process, cluster)).isPresent();
    }

    /**
     * After a restart of the machine the number in the file may belong to any process. PostgreSQL would take that one for
     * its predecessor and refuse to start. Of a number that nobody has it takes care itself.
     */
    static void forgetIfNumberWasReused(Path cluster) throws IOException {
        var process = namedBy(cluster);
        if (process.isPresent() && !serves(process.get(), cluster)) {
            Files.delete(pidFile(cluster));
        }
    }

    private static Optional<ProcessHandle> namedBy(Path cluster) throws IOException {
        if (!Files.exists(pidFile(cluster))) {
            return Optional.empty();
        }
        var firstLine = Files.readString(pidFile(cluster)).lines().findFirst().orElse("");
        return firstLine.matches("\\d+") ? ProcessHandle.of(Long.parseLong(firstLine)) : Optional.empty();
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(cluster.toString()))
                .isPresent();
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
