package dev.callout.api.sla;

import static dev.callout.api.sla.PauseReason.CUSTOMER_DELAY;
import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.PauseReason.PENDING_PARTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockPausesTest {

    @Test
    void read_alike_in_whatever_order_the_reasons_were_named() {
        assertThat(pauses(PENDING_PARTS, PENDING_CUSTOMER, CUSTOMER_DELAY))
                .isEqualTo(pauses(CUSTOMER_DELAY, PENDING_PARTS, PENDING_CUSTOMER))
                .hasToString(
                        pauses(CUSTOMER_DELAY, PENDING_PARTS, PENDING_CUSTOMER).toString());
    }

    private static ClockPauses pauses(PauseReason... reasons) {
        return new ClockPauses(SlaClock.RESOLUTION, new LinkedHashSet<>(List.of(reasons)));
    }
}
