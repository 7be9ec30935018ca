package dev.callout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.benchmarks.faults.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveTest {

    private static final Scenario.Place PLACE = new Scenario.Place(Path.of("."), null);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void lets_happen_what_is_named_as_often_as_is_said() {
        var prove = Prove.from(List.of("R01", "--times", "50"), Path.of("."));

        assertThat(prove.scenarios()).extracting(Scenario::id).containsExactly("R01");
        assertThat(prove.times()).isEqualTo(50);
    }

    @Test
    void says_which_word_it_does_not_understand() {
        for (var words : List.of(List.of("R99"), List.of("--times", "0"), List.of("--times"))) {
            assertThatThrownBy(() -> Prove.from(words, Path.of(".")))
                    .as(words.toString())
                    .isInstanceOf(Options.NotUnderstood.class);
        }
    }

    @Test
    void fails_when_one_promise_is_broken_but_tries_the_others() throws Exception {
        var prove = new Prove(List.of(new Canned("R90", false), new Canned("R91", true)), 0, null, PLACE);

        assertThat(prove.run(new PrintStream(shown))).isFalse();
        assertThat(shown.toString()).contains("BROKEN: 1 missing after 3", "kept: all there after 3");
    }

    @Test
    void writes_what_it_saw_into_a_page_and_leaves_what_it_did_not_try(@TempDir Path folder) throws Exception {
        var page = Files.writeString(folder.resolve("page.md"), """
                Before.
                <!-- faults: begin -->
                | R89 | something else | as it was | 5 | 2026-01-01 | `abc` |
                | R90 | nothing is lost | an earlier run | 5 | 2026-01-01 | `abc` |
                <!-- faults: end -->
                After.
                """);

        new Prove(List.of(new Canned("R90", false), new Canned("R91", true)), 0, page, PLACE)
                .run(new PrintStream(shown));

        assertThat(Files.readString(page))
                .startsWith("Before.\n")
                .endsWith("<!-- faults: end -->\nAfter.\n")
                .contains("| R89 | something else | as it was | 5 |")
                .contains("| R90 | nothing is lost | **Broken:** 1 missing after 3 | 3 |")
                .contains("| R91 | nothing is lost | all there after 3 | 3 |")
                .doesNotContain("an earlier run");
    }

    /** A fault whose outcome is known. */
    private record Canned(String id, boolean kept) implements Scenario {

        @Override
        public String claim() {
            return "nothing is lost";
        }

        @Override
        public int times() {
            return 3;
        }

        @Override
        public String happen(Place place, int times, Consumer<String> progress) throws BrokenPromise {
            if (!kept) {
                throw new BrokenPromise("1 missing after " + times);
            }
            return "all there after " + times;
        }
    }
}
