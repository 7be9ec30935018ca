package dev.callout.api.sla;

import java.time.LocalTime;

/**
 * Open from a time of day until another. An end that is not after the start is on the next day: 22:00 to 06:00 is a
 * night, and 00:00 to 00:00 a whole day.
 */
public record OpenHours(LocalTime from, LocalTime until) {}
