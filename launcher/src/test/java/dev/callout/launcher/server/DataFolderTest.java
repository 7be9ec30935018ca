package dev.callout.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final URI ADDRESS = URI.create("http://localhost:8080");

    @TempDir
    Path parent;

    @Test
    void is_open_to_its_owner_only() throws IOException {
        try (var folder = DataFolder.open(data())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");
            assertThat(folder).hasToString(data().toString());
        }
    }

    @Test
    void lets_one_server_in_at_a_time() throws IOException {
        try (var first = DataFolder.open(data())) {
            first.announce(ADDRESS);
            assertThatThrownBy(() -> DataFolder.open(data()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("Another Callout is running on " + data() + " at " + ADDRESS);
        }
        DataFolder.open(data()).close();
    }

    @Test
    void tells_where_its_server_answers_while_there_is_one() throws IOException {
        assertThat(DataFolder.serverOf(data())).isEmpty();
        try (var folder = DataFolder.open(data())) {
            assertThatThrownBy(() -> DataFolder.serverOf(data())).hasMessageContaining("still starting");
            folder.announce(ADDRESS);
            assertThat(DataFolder.serverOf(data())).contains(ADDRESS);
        }
        assertThat(DataFolder.serverOf(data())).isEmpty();
    }

    private Path data() {
        return parent.resolve("data");
    }
}
