package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/board", "/board?status=OPEN&sort=age", "/tickets/TKT100231#notes"})
    void keeps_an_address_within_the_site(String wanted) {
        assertThat(LocalPath.of(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "board",
                "//evil.test",
                "///evil.test",
                "/\\evil.test",
                "\\/evil.test",
                "https://evil.test",
                "javascript:alert(1)",
                "/\t/evil.test",
                "/ /evil.test",
                "/a\r\nSet-Cookie: x=y"
            })
    void goes_home_instead_of_anywhere_else(String wanted) {
        assertThat(LocalPath.of(wanted)).isEqualTo("/");
    }

    @Test
    void forgets_an_address_that_no_header_could_carry() {
        assertThat(LocalPath.of("/board?x=" + "x".repeat(2_000))).isEqualTo("/");
    }
}
