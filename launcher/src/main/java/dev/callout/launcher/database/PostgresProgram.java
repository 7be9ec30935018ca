package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's own programs to its end. PostgreSQL refuses root, so root runs it as nobody in particular. */
final class PostgresProgram {

    record Outcome(boolean succeeded, String output) {}

    private final Path bin;
    private final boolean root;

    PostgresProgram(Path bin) throws IOException {
        this.bin = bin;
        this.root = Integer.valueOf(0).equals(Files.getAttribute(bin, "unix:uid")); // we unpacked it, so it is ours
    }

    Outcome run(String name, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (root) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(bin.resolve(name).toString());
        command.addAll(arguments);
        // A file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
        var output = Files.createTempFile("callout-" + name, ".log");
        try {
            return run(new ProcessBuilder(command), output.toFile());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Outcome run(ProcessBuilder program, File output) throws IOException {
        program.environment().put("LC_ALL", "C"); // its words are for our log, whatever the machine speaks
        var process = program.redirectErrorStream(true).redirectOutput(output).start();
        try {
            var finished = process.waitFor(5, TimeUnit.MINUTES);
            var words =
                    Files.readString(output.toPath(), StandardCharsets.UTF_8).strip();
            if (root && words.startsWith("unshare:")) {
                throw new CannotRun(
                        "PostgreSQL does not run as root, and this machine does not let root step down (" + words
                                + "). Start Callout as another user, or point CALLOUT_DB_URL at a PostgreSQL that runs.");
            }
            return new Outcome(finished && process.exitValue() == 0, words);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while " + program.command() + " was running.", e);
        }
    }
}
