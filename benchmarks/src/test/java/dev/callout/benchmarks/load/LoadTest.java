package dev.callout.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void counts_what_was_done_within_the_time() throws Exception {
        var done = new AtomicInteger();

        var slice = Load.full(4, Duration.ofMillis(100)).run(() -> () -> {
            Thread.sleep(5);
            done.incrementAndGet();
        });

        assertThat(slice.nanos().length).isBetween(4, done.get());
        assertThat(Arrays.stream(slice.nanos())).allMatch(nanos -> nanos >= 5_000_000);
    }

    @Test
    void counts_a_pause_of_the_product_for_everybody_who_would_have_come() throws Exception {
        var first = new AtomicInteger();

        var slice = Load.paced(1, Duration.ofMillis(400), 100).run(() -> () -> {
            if (first.getAndIncrement() == 0) {
                Thread.sleep(200);
            }
        });

        assertThat(Arrays.stream(slice.nanos()).filter(nanos -> nanos > 50_000_000))
                .hasSizeGreaterThan(10);
    }

    @Test
    void fails_when_one_client_fails() {
        assertThatThrownBy(() -> Load.full(2, Duration.ofMillis(50)).run(() -> () -> {
                    throw new IOException("answered 500");
                }))
                .hasRootCauseMessage("answered 500");
    }

    @Test
    void takes_turns_as_often_as_each_is_named() throws Exception {
        var order = new ArrayList<String>();
        Task a = () -> order.add("a");
        Task b = () -> order.add("b");
        var turns = Task.inTurns(List.of(a, b, a));

        for (var i = 0; i < 6; i++) {
            turns.once();
        }

        assertThat(order).filteredOn("a"::equals).hasSize(4);
    }
}
