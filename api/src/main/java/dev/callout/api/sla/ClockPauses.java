package dev.callout.api.sla;

import java.util.Set;

/** What makes a clock stand still. */
public record ClockPauses(SlaClock clock, Set<PauseReason> reasons) {}
