package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;

/**
 * How long something may take.
 *
 * @param amount of the unit
 * @param calendarId whose hours count; null with plain minutes
 * @param goal an earlier, internal aim in the same unit; null if there is none
 */
public record SlaTarget(
        SlaClock clock, Priority priority, long amount, TargetUnit unit, String calendarId, Long goal) {}
