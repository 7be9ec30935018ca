package dev.callout.api.sla;

import org.axonframework.serialization.Revision;

/** A calendar is offered no longer. */
@Revision("1")
public record WorkCalendarRetired(String calendarId) implements WorkCalendarEvent {}
