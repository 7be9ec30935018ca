package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "123 456",
                " 123456 ",
                "123-456",
                "123\u2013456",
                "123\u00a0456",
                "12 34 56\n",
                "\uff11\uff12\uff13\uff14\uff15\uff16",
                "\u200e123456"
            })
    void a_code_is_its_digits(String typed) {
        assertThat(Typed.code(typed)).isEqualTo("123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dana", " dana", "dana ", "\tdana\r\n", "\u00a0dana\u200b", "\ufeffdana"})
    void a_user_name_has_no_blanks_around_it(String typed) {
        assertThat(Typed.username(typed)).isEqualTo("dana");
    }

    @Test
    void a_user_name_keeps_what_is_within() {
        assertThat(Typed.username("da na")).isEqualTo("da na");
    }

    @Test
    void a_line_has_no_breaks() {
        assertThat(Typed.line(" Printer\r\nis\tslow\u2028today\n")).isEqualTo("Printer is slow today");
        assertThat(Typed.line("Two  blanks")).isEqualTo("Two  blanks");
    }

    @Test
    void a_line_from_elsewhere_can_be_shown_anywhere() {
        assertThat(Typed.cleanLine("Slow\u202etnirP \u001b[31m\u0000x\u2069\n")).isEqualTo("Slow tnirP [31m x");
        assertThat(Typed.cleanLine("\u05e9\u05dc\u05d5\u05dd")).isEqualTo("\u05e9\u05dc\u05d5\u05dd");
    }

    @Test
    void what_nobody_typed_stays_nothing() {
        assertThat(Typed.code(null)).isNull();
        assertThat(Typed.username(null)).isNull();
        assertThat(Typed.line(null)).isNull();
        assertThat(Typed.cleanLine(null)).isNull();
    }
}
