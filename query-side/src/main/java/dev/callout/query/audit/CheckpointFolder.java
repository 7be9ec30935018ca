package dev.callout.query.audit;

import dev.callout.api.audit.Checkpoint;
import dev.callout.platform.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes each checkpoint to a file of its own, to be published where the company cannot rewrite it. */
@Component
class CheckpointFolder {

    private final String folder;
    private final HttpJson json;

    CheckpointFolder(@Value("${callout.audit.checkpoint-folder:}") String folder, HttpJson json) {
        this.folder = folder;
        this.json = json;
    }

    /** Writes those that are not there yet. What is there may have been published and is left alone. */
    void publish(List<Checkpoint> checkpoints) {
        if (folder.isBlank()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            for (var checkpoint : checkpoints) {
                publish(checkpoint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(Checkpoint checkpoint) throws IOException {
        var file = Path.of(folder, "checkpoint-%06d.json".formatted(checkpoint.number()));
        if (!Files.exists(file)) {
            var begun = Files.createTempFile(file.getParent(), "begun", ".tmp");
            Files.writeString(
                    begun, json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(checkpoint) + "\n");
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
