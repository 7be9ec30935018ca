package dev.callout.benchmarks.desk;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes down, outside the product, each command that the product has acknowledged and where it said to have put it. */
public final class Witness implements Closeable {

    private final Path file;
    private final BufferedWriter lines;
    private long acknowledged;

    private Witness(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedWriter(file);
    }

    public static Witness in(Path folder) throws IOException {
        return new Witness(Files.createTempFile(folder, "witness-", ".csv"));
    }

    /** @param position of the command's event: an aggregate, @, and its version there */
    synchronized void acknowledged(UUID commandId, String position) throws IOException {
        var at = position == null ? -1 : position.lastIndexOf('@');
        if (at < 0) {
            throw new IOException("A command was acknowledged without a position: " + position);
        }
        lines.write(commandId + "," + position.substring(0, at) + "," + position.substring(at + 1) + "\n");
        acknowledged++;
    }

    /** All acknowledged until now, one a line: command id, aggregate, version. */
    public synchronized Path file() throws IOException {
        lines.flush();
        return file;
    }

    public synchronized long acknowledged() {
        return acknowledged;
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
        Files.delete(file);
    }
}
