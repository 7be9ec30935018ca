package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder all of one Callout lives in. One server at a time holds its lock, and writes into it where it answers. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "callout.lock";

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path folder) throws IOException {
        var lockFile = lockFileIn(folder);
        if (tryLock(lockFile) == null) {
            lockFile.close();
            throw new CannotRun("Another Callout is running on " + folder
                    + addressOf(folder).map(a -> " at " + a).orElse("")
                    + ". Stop it first, or choose another folder with CALLOUT_DATA.");
        }
        lockFile.truncate(0);
        return new DataFolder(folder, lockFile);
    }

    private static FileChannel lockFileIn(Path folder) {
        try {
            PrivateFiles.folder(folder);
            return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CannotRun("The data folder " + folder + " cannot be made or written to ("
                    + e.getClass().getSimpleName() + "). Choose another with CALLOUT_DATA.");
        }
    }

    /** Where the server of this folder answers, if one is running. */
    static Optional<URI> serverOf(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(LOCK))) {
            return Optional.empty();
        }
        try (var lockFile = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (tryLock(lockFile) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(addressOf(folder)
                .orElseThrow(() -> new CannotRun(
                        "The Callout on " + folder + " is still starting or stopping. Try again in a moment.")));
    }

    void announce(URI address) throws IOException {
        lockFile.write(ByteBuffer.wrap(address.toString().getBytes(StandardCharsets.UTF_8)), 0);
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() throws IOException {
        lockFile.truncate(0);
        lockFile.close(); // gives the lock back
    }

    private static Optional<URI> addressOf(Path folder) throws IOException {
        var address = Files.readString(folder.resolve(LOCK)).strip();
        return address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address));
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM
        }
    }
}
