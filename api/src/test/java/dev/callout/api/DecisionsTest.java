package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Decisions are cited by number, so each number is there once, and each page has the four parts. */
class DecisionsTest {

    private static final Path DECISIONS = Path.of("../docs/adr");

    @Test
    void are_numbered_once_and_are_whole() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            var pages = files.sorted().toList();
            for (var page : pages) {
                var number = page.getFileName().toString().substring(0, 4);
                assertThat(number).matches("\\d{4}");
                assertThat(Files.readString(page))
                        .startsWith("# %d. ".formatted(Integer.parseInt(number)))
                        .contains("**Status:** ", "## Context\n", "## Decision\n", "## Consequences\n");
            }
            assertThat(pages)
                    .isNotEmpty()
                    .extracting(page -> page.getFileName().toString().substring(0, 4))
                    .doesNotHaveDuplicates();
        }
    }
}
