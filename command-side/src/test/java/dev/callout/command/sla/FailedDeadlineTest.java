package dev.callout.command.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A promise is told of soon after what was in its way is gone, and what stays in its way costs little. */
class FailedDeadlineTest {

    @Test
    void is_tried_again_soon_and_less_and_less_often() {
        assertThat(SagaConfiguration.waitAfter(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SagaConfiguration.waitAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(SagaConfiguration.waitAfter(8)).isEqualTo(Duration.ofSeconds(256));
    }

    @Test
    void is_tried_every_five_minutes_in_the_end() {
        assertThat(SagaConfiguration.waitAfter(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(SagaConfiguration.waitAfter(100_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
