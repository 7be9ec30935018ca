package dev.callout.benchmarks.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void says_how_much_is_done_and_how_long_the_rest_takes() {
        var progress = new Progress(new PrintStream(shown, true, UTF_8), false, 8);

        progress.step("warming up", 2);
        progress.step("measuring", 6);
        progress.finish();

        assertThat(shown.toString(UTF_8).lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("  0%", "about 8 s left", "warming up"),
                        line -> assertThat(line).contains(" 25%", "about 6 s left", "measuring"),
                        line -> assertThat(line).contains("100%", "about 0 s left"));
    }

    @Test
    void stays_in_one_line_where_somebody_watches() {
        var progress = new Progress(new PrintStream(shown, true, UTF_8), true, 10);

        progress.step("copying", 10);
        progress.detail("1,000");
        progress.finish();

        assertThat(shown.toString(UTF_8)).contains("copying: 1,000").containsOnlyOnce("\n");
    }
}
