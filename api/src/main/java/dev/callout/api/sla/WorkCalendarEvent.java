package dev.callout.api.sla;

/** What can happen to a calendar. */
public sealed interface WorkCalendarEvent permits WorkCalendarPublished, WorkCalendarRetired {

    String calendarId();
}
