package dev.callout.api.sla;

/** What can be asked of a calendar. */
public sealed interface WorkCalendarCommand permits PublishWorkCalendar, ReviseWorkCalendar, RetireWorkCalendar {

    String calendarId();
}
