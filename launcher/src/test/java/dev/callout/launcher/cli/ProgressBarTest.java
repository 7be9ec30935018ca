package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ProgressBar bar = bar(true);

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

    @Test
    void writes_only_its_end_where_nobody_watches() {
        var unseen = bar(false);
        unseen.show(10, 30);
        assertThat(shown()).isEmpty();
        unseen.finish();
        assertThat(shown()).contains("30/30").hasLineCount(1).doesNotContain("\r");
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar("board", new PrintStream(out, true), terminal);
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
