package dev.callout.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    private final Answer answer =
            new Answer(201, "\nLocation: /tickets/TCK-1\ncallout-position: TCK-1@0\nX-Location: no\n", new byte[0]);

    @Test
    void finds_a_header_whatever_its_case() {
        assertThat(answer.header("Callout-Position")).isEqualTo("TCK-1@0");
        assertThat(answer.header("location")).isEqualTo("/tickets/TCK-1");
    }

    @Test
    void knows_of_no_header_that_is_not_there() {
        assertThat(answer.header("Position")).isNull();
        assertThat(answer.header("Callout-Stale")).isNull();
    }
}
