package dev.callout.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A moment to look back at: what had happened by {@code asOf}; with {@code knownAt}, only as far as it had been recorded
 * by then. In microseconds, like all that is compared with it.
 */
public record Moment(Instant asOf, Instant knownAt) {
    public Moment {
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        knownAt = knownAt == null ? null : knownAt.truncatedTo(ChronoUnit.MICROS);
    }
}
