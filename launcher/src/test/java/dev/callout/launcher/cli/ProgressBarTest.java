package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ProgressBar bar = new ProgressBar("board", new PrintStream(out, true));

    @Test
    void fills_up_with_what_is_done() {
        bar.show(10, 30);
        assertThat(shown()).endsWith("[##########--------------------] 10/30");
    }

    @Test
    void is_full_at_the_end_whatever_was_seen_before() {
        bar.show(10, 30);
        bar.finish();
        assertThat(shown()).contains("[##############################] 30/30");
    }

    @Test
    void is_full_at_once_when_there_is_nothing_to_do() {
        bar.show(0, 0);
        assertThat(shown()).contains("[##############################] 0/0");
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
