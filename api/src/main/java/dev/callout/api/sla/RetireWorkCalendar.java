package dev.callout.api.sla;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Offer a calendar no longer; what counts by it goes on doing so. */
@AllowedTo({MANAGER, SYSTEM})
public record RetireWorkCalendar(@TargetAggregateIdentifier String calendarId) implements WorkCalendarCommand {}
