package dev.callout.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final List<String> ended = new ArrayList<>();
    private final Shutdown shutdown = new Shutdown();

    @Test
    void ends_what_was_begun_last_first_and_once() {
        shutdown.with(part("folder"));
        shutdown.with(part("database"));
        shutdown.with(part("application"));
        shutdown.close();
        shutdown.close();
        assertThat(ended).containsExactly("application", "database", "folder");
    }

    @Test
    void ends_the_rest_when_one_part_will_not() {
        shutdown.with(part("folder"));
        shutdown.with(() -> {
            throw new IllegalStateException("stuck");
        });
        shutdown.close();
        assertThat(ended).containsExactly("folder");
    }

    @Test
    void lets_nothing_begin_once_it_is_over() {
        shutdown.close();
        assertThatThrownBy(() -> shutdown.with(part("database"))).hasMessageContaining("Stopped while starting");
        assertThatThrownBy(shutdown::requireNotOver).hasMessageContaining("Stopped while starting");
        assertThat(ended).containsExactly("database");
    }

    private AutoCloseable part(String name) {
        return () -> ended.add(name);
    }
}
