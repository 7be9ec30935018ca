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
    void are_numbered_without_gaps_and_are_whole() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            var pages = files.sorted().toList();
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i).getFileName().toString()).startsWith("%04d-".formatted(i + 1));
                assertThat(Files.readString(pages.get(i)))
                        .startsWith("# %d. ".formatted(i + 1))
                        .contains("**Status:** ", "## Context\n", "## Decision\n", "## Consequences\n");
            }
            assertThat(pages).isNotEmpty();
        }
    }
}
