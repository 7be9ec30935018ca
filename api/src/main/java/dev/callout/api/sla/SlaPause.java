package dev.callout.api.sla;

import java.time.Instant;

/**
 * Something for which clocks may stand still.
 *
 * @param until null while it goes on; of a delay with an end, that end
 * @param endedBy null while it goes on, and when it ended by itself
 */
public record SlaPause(PauseReason reason, Instant from, Instant until, SlaSwitch startedBy, SlaSwitch endedBy) {}
