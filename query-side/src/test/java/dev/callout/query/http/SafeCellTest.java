package dev.callout.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\tx",
                "\rx",
                "\nx",
                " =1",
                "\u00a0=1",
                "\uff1d1",
                "\u0000=1",
                "\u200b=1",
                "\u2028=1"
            })
    void takes_the_power_from_what_looks_like_a_formula(String text) {
        assertThat(SafeCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TCK-1", "a=b", "1-2", "2026-03-02T09:00:00Z", " x", "'=1"})
    void leaves_other_text_alone(String text) {
        assertThat(SafeCell.of(text)).isEqualTo(text);
    }

    @Test
    void leaves_numbers_numbers() {
        assertThat(SafeCell.of(-7L)).isEqualTo("-7");
        assertThat(SafeCell.of(null)).isEmpty();
    }
}
