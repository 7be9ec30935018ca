package dev.callout.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void takes_the_percentiles_that_counting_finds() {
        var random = new Random(7);
        for (var size : List.of(1, 2, 3, 10, 99, 100, 101, 1_000)) {
            var times = random.longs(size, 1, 500).toArray();
            var sorted = Arrays.stream(times).sorted().toArray();
            for (var percent : List.of(1, 50, 95, 99, 100)) {
                assertThat(Figure.percentile(sorted, percent))
                        .as("p%d of %d", percent, size)
                        .isEqualTo(counted(times, percent));
            }
        }
    }

    /** The smallest time that at least so many percent of all times did not exceed, found the slow way. */
    private static long counted(long[] times, int percent) {
        return Arrays.stream(times)
                .filter(candidate -> 100
                                * Arrays.stream(times)
                                        .filter(time -> time <= candidate)
                                        .count()
                        >= (long) percent * times.length)
                .min()
                .orElseThrow();
    }

    @Test
    void puts_the_rounds_together() {
        var figure = Figure.of(List.of(
                new Slice(1, new long[] {1_000_000, 3_000_000}, new Work(10, 100, 50)),
                new Slice(3, new long[] {2_000_000, 4_000_000}, new Work(30, 300, 150))));

        assertThat(figure).isEqualTo(new Figure(4, 1.0, 2.0, 4.0, 4.0, 4.0, new Work(10, 100, 50)));
    }

    @Test
    void has_an_answer_when_nothing_was_done_in_time() {
        assertThat(Figure.of(List.of(new Slice(1, new long[0], new Work(5, 5, 5)))))
                .isEqualTo(new Figure(0, 0, 0, 0, 0, 0, new Work(5, 5, 5)));
    }
}
