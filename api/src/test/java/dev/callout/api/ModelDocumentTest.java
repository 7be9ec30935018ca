package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Nothing can be asked and nothing can happen that docs/model does not tell in a dispatcher's words. */
class ModelDocumentTest {

    private static final Path MODEL = Path.of("../docs/model");

    @Test
    void tells_of_every_command_and_every_event() throws IOException {
        var told = new StringBuilder();
        try (var pages = Files.list(MODEL)) {
            for (var page : pages.toList()) {
                told.append(Files.readString(page));
            }
        }
        assertThat(EventRecords.families("Command", "Event"))
                .isNotEmpty()
                .flatMap(family -> Arrays.<Class<?>>asList(family.getPermittedSubclasses()))
                .extracting(member -> "`" + member.getSimpleName() + "`")
                .allSatisfy(name -> assertThat(told).contains(name));
    }
}
