package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant FINE = Instant.parse("2026-03-02T09:00:00.123456789Z");
    private static final Instant STORED = Instant.parse("2026-03-02T09:00:00.123456Z");

    @Test
    void is_as_fine_as_what_is_stored() {
        assertThat(new Moment(FINE, FINE)).isEqualTo(new Moment(STORED, STORED));
        assertThat(new Moment(FINE, null)).isEqualTo(new Moment(STORED, null));
    }
}
