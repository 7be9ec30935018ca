package dev.callout.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void reads_what_it_writes() {
        var position = new Position("TCK-4f6", 12);

        assertThat(position).hasToString("TCK-4f6@12");
        assertThat(Position.parse("TCK-4f6@12")).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "TCK-1", "TCK-1@", "@3", "TCK-1@-3", "TCK-1@1e3", "TCK'1@3", "TCK-1@99999999999999999999"})
    void refuses_anything_else(String text) {
        assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, 1_000_000})
    void refuses_a_page_size_out_of_range(int size) {
        assertThatThrownBy(() -> PageSize.of(size)).isInstanceOf(ProblemException.class);
    }

    @Test
    void takes_a_page_size_within() {
        assertThat(PageSize.of(null)).isEqualTo(50);
        assertThat(PageSize.of(200)).isEqualTo(200);
    }
}
