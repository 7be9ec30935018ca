package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;

/** Tells what was reported late, as it is shown everywhere: what was recorded more than a minute after it happened. */
public final class LateReport {

    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private LateReport() {}

    /** Not where one of the times is unknown. */
    public static boolean is(Instant occurredAt, Instant recordedAt) {
        return occurredAt != null
                && recordedAt != null
                && Duration.between(occurredAt, recordedAt).compareTo(AT_ONCE) > 0;
    }
}
