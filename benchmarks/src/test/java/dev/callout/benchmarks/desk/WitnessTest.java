package dev.callout.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    private Path folder;

    @Test
    void writes_down_what_was_acknowledged_and_where() throws IOException {
        try (var witness = Witness.in(folder)) {
            witness.acknowledged(COMMAND, "TCK-7@3");

            assertThat(Files.readString(witness.file())).isEqualTo(COMMAND + ",TCK-7,3\n");
            assertThat(witness.acknowledged()).isEqualTo(1);
        }
    }

    @Test
    void does_not_take_an_acknowledgment_that_says_nothing() throws IOException {
        try (var witness = Witness.in(folder)) {
            assertThatThrownBy(() -> witness.acknowledged(COMMAND, null)).isInstanceOf(IOException.class);
        }
    }
}
