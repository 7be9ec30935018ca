package dev.callout.api.sla;

import java.time.LocalTime;

/** Open from a time of day until another; until midnight is 00:00, and an end before the start is on the next day. */
public record OpenHours(LocalTime from, LocalTime until) {}
