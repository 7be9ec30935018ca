package dev.callout.api.sla;

import java.time.Instant;

/**
 * When so much of the time of a clock is used.
 *
 * @param at when, as things stand at the moment of the reading: later if the clock pauses before
 * @param byRetarget whether a change of the terms put it into the past
 */
public record SlaThreshold(int percent, Instant at, boolean byRetarget) {}
