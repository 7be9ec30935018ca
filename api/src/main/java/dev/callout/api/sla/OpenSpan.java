package dev.callout.api.sla;

import java.time.Instant;

/**
 * A stretch of time in which a calendar is open throughout, or closed throughout.
 *
 * @param holiday the name of the holiday, if it is closed on one; null otherwise
 */
public record OpenSpan(Instant from, Instant until, boolean open, String holiday) {}
