package dev.callout.query.audit;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.NewestSealed;
import dev.callout.platform.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * What is kept of the history outside the database, to be published where the company cannot rewrite it: each checkpoint
 * in a file of its own, and how far the history is sealed.
 */
@Component
class CheckpointFolder {

    private static final String NEWEST = "newest-sealed.json";

    /** What is in the folder; the names of files that cannot be read as what they should be. */
    record Content(List<Checkpoint> checkpoints, Optional<NewestSealed> newest, List<String> unreadable) {}

    private final String folder;
    private final HttpJson json;

    CheckpointFolder(@Value("${callout.audit.checkpoint-folder:}") String folder, HttpJson json) {
        this.folder = folder;
        this.json = json;
    }

    boolean isWanted() {
        return !folder.isBlank();
    }

    /** Writes those that are not there yet. What is there may have been published and is left alone. */
    void publish(List<Checkpoint> checkpoints) {
        if (!isWanted()) {
            return;
        }
        for (var checkpoint : checkpoints) {
            var file = Path.of(folder, "checkpoint-%06d.json".formatted(checkpoint.number()));
            if (!Files.exists(file)) {
                write(file, checkpoint);
            }
        }
    }

    /** Puts the newest word on how far the history is sealed in the place of the one before. */
    void publish(NewestSealed newest) {
        if (isWanted()) {
            write(Path.of(folder, NEWEST), newest);
        }
    }

    private void write(Path file, Object content) {
        try {
            Files.createDirectories(file.getParent());
            var begun = Files.createTempFile(file.getParent(), "begun", ".tmp");
            Files.writeString(
                    begun, json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Content content() {
        var content = new Content(new ArrayList<>(), newest(), new ArrayList<>());
        if (isWanted() && Files.isDirectory(Path.of(folder))) {
            try (var files = Files.newDirectoryStream(Path.of(folder), "checkpoint-*.json")) {
                for (var file : files) {
                    read(file, Checkpoint.class)
                            .ifPresentOrElse(
                                    content.checkpoints()::add,
                                    () -> content.unreadable().add(file.toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (content.newest().isEmpty() && Files.exists(Path.of(folder, NEWEST))) {
                content.unreadable().add(Path.of(folder, NEWEST).toString());
            }
        }
        return content;
    }

    /** Whether how far the history is sealed was ever written here. */
    boolean hasNewest() {
        return isWanted() && Files.exists(Path.of(folder, NEWEST));
    }

    /** Empty when there is none, or none that can be read. */
    Optional<NewestSealed> newest() {
        return hasNewest() ? read(Path.of(folder, NEWEST), NewestSealed.class) : Optional.empty();
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.ofNullable(json.mapper().readValue(Files.readString(file), type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
