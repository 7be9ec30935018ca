package dev.callout.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void compares_round_by_round_and_takes_the_middle() {
        var product = List.of(times(10, 1), times(40, 1), times(30, 1));
        var floor = List.of(times(100, 1), times(100, 1), times(100, 1));

        assertThat(Ratio.of(product, floor)).isEqualTo(new Ratio(0.3, 0.1, 0.4));
    }

    @Test
    void does_not_mind_that_the_turns_are_of_different_length() {
        assertThat(Ratio.of(List.of(times(30, 3)), List.of(times(20, 1)))).isEqualTo(new Ratio(0.5, 0.5, 0.5));
    }

    @Test
    void lies_between_the_two_in_the_middle_of_an_even_number() {
        assertThat(Ratio.of(List.of(times(1, 1), times(3, 1)), List.of(times(10, 1), times(10, 1)))
                        .middle())
                .isEqualTo(0.2);
    }

    @Test
    void refuses_rounds_that_have_no_partner() {
        assertThatThrownBy(() -> Ratio.of(List.of(times(1, 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Slice times(int count, double seconds) {
        return new Slice(seconds, new long[count], Work.NONE);
    }
}
