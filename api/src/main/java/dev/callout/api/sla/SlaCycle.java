package dev.callout.api.sla;

import java.time.Instant;

/**
 * From raised or reopened until resolved.
 *
 * @param number 1, and one more each time the ticket is reopened
 * @param until null while work goes on
 */
public record SlaCycle(int number, Instant from, Instant until, CycleEnd end, SlaSwitch startedBy, SlaSwitch endedBy) {}
