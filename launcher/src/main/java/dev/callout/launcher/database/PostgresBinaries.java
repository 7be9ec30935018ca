package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the jar into a folder of the user's own. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    static Path unpackedIn(Path cache) throws IOException {
        var archive = archive();
        var home = cache.resolve("postgres-" + digest(archive));
        if (!Files.isDirectory(home)) {
            PrivateFiles.folder(cache);
            var draft = Files.createTempDirectory(cache, "unpacking-");
            unpack(archive, draft);
            moveIntoPlace(draft, home);
        }
        return home.resolve("bin");
    }

    private static void moveIntoPlace(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            FileSystemUtils.deleteRecursively(draft); // another start was faster, with the same files
        }
    }

    private static byte[] archive() throws IOException {
        var name = "postgres-%s-%s.txz".formatted(system(), machine());
        try (var resource = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new CannotRun("No PostgreSQL is packed for this machine (" + system() + ", " + machine()
                        + "). Point CALLOUT_DB_URL at one that runs.");
            }
            return resource.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var xz = new XZInputStream(new ByteArrayInputStream(archive));
                var tar = new TarArchiveInputStream(new BufferedInputStream(xz))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true)) {
            throw new IOException("Could not make " + file + " executable");
        }
    }

    private static String digest(byte[] archive) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String machine() {
        var machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
    }
}
