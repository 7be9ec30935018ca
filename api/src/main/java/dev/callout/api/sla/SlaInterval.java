package dev.callout.api.sla;

import java.time.Instant;
import java.util.Set;

/**
 * A stretch of time and what it was for a clock.
 *
 * @param reasons why it was paused, all at once if there were several; empty otherwise
 * @param holiday its name, if it was one
 * @param switchedBy the event that began it; null when the calendar did
 */
public record SlaInterval(
        Instant from, Instant until, Kind kind, Set<PauseReason> reasons, String holiday, SlaSwitch switchedBy) {

    /** What a stretch of time is for a clock. */
    public enum Kind {
        COUNTED,
        OUTSIDE_HOURS,
        HOLIDAY,
        PAUSED,
        /** Between resolved and reopened, for a clock that continues. */
        RESOLVED
    }
}
