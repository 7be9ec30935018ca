package dev.callout.api.sla;

import java.time.Instant;

/**
 * A time in which a clock stands still whatever the calendar says.
 *
 * @param reason null between resolved and reopened
 */
record Standstill(PauseReason reason, Instant from, Instant until, SlaSwitch startedBy, SlaSwitch endedBy) {

    boolean covers(Instant instant) {
        return !from.isAfter(instant) && until.isAfter(instant);
    }
}
