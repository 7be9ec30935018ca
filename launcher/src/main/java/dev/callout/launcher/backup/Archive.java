package dev.callout.launcher.backup;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A backup on disk, opened for reading: its manifest and the text of each table. */
public final class Archive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    public static Archive open(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotRun("There is no file " + file + " that can be read.");
        }
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new Archive(file, zip, manifestIn(zip, file));
            } catch (CannotRun | IOException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotRun(file + " is no backup of Callout, or not all of one.", e);
        }
    }

    private static Manifest manifestIn(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new CannotRun(file + " is no backup of Callout: it has no " + MANIFEST + ".");
        }
        try (var in = zip.getInputStream(entry)) {
            var json = JSON.readTree(in);
            if (json.path("format").asInt() > Manifest.FORMAT) {
                throw new CannotRun(file + " was written by a newer Callout ("
                        + json.path("product").asString() + "); restore it with that one.");
            }
            return JSON.treeToValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new CannotRun(file + " is no backup of Callout: its " + MANIFEST + " cannot be read.", e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    InputStream textOf(Manifest.Table table) throws IOException {
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table, null);
        }
        return zip.getInputStream(entry);
    }

    CannotRun damaged(Manifest.Table table, Exception cause) {
        return new CannotRun(
                file + " is damaged: the rows of " + table.name()
                        + " are not those that were saved. Nothing was restored.",
                cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
