package dev.callout.api.sla;

/** One version of a calendar. */
public record CalendarVersion(String calendarId, int version) {}
