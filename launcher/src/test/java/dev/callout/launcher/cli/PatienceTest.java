package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.launcher.CannotRun;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience("the rebuild", Duration.ofMillis(20), Duration.ofMillis(100));

    @Test
    void waits_as_long_as_there_is_progress() {
        assertThatCode(() -> {
                    for (var done = 0; done < 20; done++) {
                        patience.await(done);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void ends_when_there_is_none() {
        assertThatThrownBy(() -> {
                    for (var looks = 0; looks < 100; looks++) {
                        patience.await(5);
                    }
                })
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("the rebuild is not waited for any longer");
    }
}
