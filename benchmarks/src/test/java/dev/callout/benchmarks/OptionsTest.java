package dev.callout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void measures_three_sizes_with_three_crowds_unless_told_otherwise() {
        var options = options();

        assertThat(options.kind()).isEqualTo(Options.Kind.DESK);
        assertThat(options.tickets()).containsExactly(0, 10_000, 100_000);
        assertThat(options.clients()).containsExactly(1, 8, 32);
        assertThat(options.command()).isEqualTo("./callout bench");
    }

    @Test
    void takes_a_value_as_a_word_of_its_own_or_behind_a_sign() {
        var options = options("--tickets", "500,0", "--clients=4", "--java-options", "-Da=b", "--seconds=0.5");

        assertThat(options.tickets()).containsExactly(0, 500);
        assertThat(options.clients()).containsExactly(4);
        assertThat(options.recipe().javaOptions()).isEqualTo("-Da=b");
        assertThat(options.slice()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void makes_it_short_when_it_must_be_quick_but_obeys_what_else_is_said() {
        var options = options("--quick", "--clients", "32");

        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.clients()).containsExactly(32);
    }

    @Test
    void measures_only_what_is_asked_for() {
        assertThat(options("--only", "create,read").operations())
                .containsExactly(Operation.Kind.READ, Operation.Kind.CREATE);
        assertThat(options().operations()).hasSize(8);
    }

    @Test
    void computes_views_anew_when_told_so_first() {
        var options = options("rebuild", "--events", "5000");

        assertThat(options.kind()).isEqualTo(Options.Kind.REBUILD);
        assertThat(options.events()).containsExactly(5_000);
    }

    @Test
    void says_which_word_it_does_not_understand() {
        for (var words : List.of(
                List.of("--speed", "9"),
                List.of("faster"),
                List.of("--tickets", "many"),
                List.of("--clients"),
                List.of("--clients", "0"),
                List.of("--only", "create,sleep"),
                List.of("--", "1"))) {
            assertThatThrownBy(() -> Options.from(words, Path.of(".")))
                    .as(words.toString())
                    .isInstanceOf(Options.NotUnderstood.class);
        }
    }

    private static Options options(String... words) {
        return Options.from(List.of(words), Path.of("."));
    }
}
