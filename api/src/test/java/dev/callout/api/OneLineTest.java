package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Müller & Söhne",
                "東京 \uD83D\uDE80",
                "\u05E9\u05DC\u05D5\u05DD",
                "\uD83D\uDC69\u200D\uD83D\uDD27"
            })
    void is_any_name_that_people_write(String name) {
        assertThat(name).matches(OneLine.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "\r",
                "tab\t",
                "\u0000",
                "\u001b[31m",
                "\u0085",
                "\u2028",
                "exe\u202Etxt",
                "\u2066x\u2069"
            })
    void is_nothing_that_moves_what_stands_around_it(String name) {
        assertThat(name).doesNotMatch(OneLine.PATTERN);
    }
}
