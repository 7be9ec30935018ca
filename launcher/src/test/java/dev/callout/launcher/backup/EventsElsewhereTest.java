package dev.callout.launcher.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import dev.callout.platform.audit.StoredEvent;
import dev.callout.platform.audit.StoredEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tables and an Axon Server belong together, or a restore refuses. */
class EventsElsewhereTest {

    private static final TreeMap<Long, String> SEALED = new TreeMap<>(Map.of(7L, "event-7", 8L, "event-8"));

    @Test
    void takes_a_store_that_has_what_the_tables_were_computed_from_and_more() {
        assertThatCode(() -> require(9, SEALED, new Store(9, ""))).doesNotThrowAnyException();
        assertThatCode(() -> require(9, SEALED, new Store(500, ""))).doesNotThrowAnyException();
        assertThatCode(() -> require(-1, new TreeMap<>(), new Store(-1, ""))).doesNotThrowAnyException();
    }

    @Test
    void refuses_one_that_is_behind_the_tables() {
        assertThatThrownBy(() -> require(9, SEALED, new Store(8, "")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("have come to event 9")
                .hasMessageContaining("up to 8 only");
    }

    @Test
    void refuses_the_store_of_another_callout() {
        assertThatThrownBy(() -> require(8, SEALED, new Store(500, "other-")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("holds other events")
                .hasMessageContaining("event 7 is another one");
    }

    private static void require(long highest, TreeMap<Long, String> sealed, StoredEvents store) {
        EventsElsewhere.requireSame(highest, sealed, store, "events:8124");
    }

    private record Store(long settled, String prefix) implements StoredEvents {

        @Override
        public List<StoredEvent> between(long after, long upTo, int atMost) {
            return LongStream.rangeClosed(after + 1, Math.min(upTo, settled))
                    .limit(atMost)
                    .mapToObj(position -> new StoredEvent(
                            position, prefix + "event-" + position, "", 0, "", "", "", "", new byte[0], new byte[0]))
                    .toList();
        }

        @Override
        public List<StoredEvent> at(Collection<Long> positions) {
            throw new UnsupportedOperationException();
        }
    }
}
