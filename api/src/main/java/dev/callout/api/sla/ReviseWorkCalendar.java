package dev.callout.api.sla;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Publish the next version of a calendar; whatever counts by an earlier one goes on doing so.
 *
 * @param holidays what the holidays of its country and region come to
 */
@AllowedTo({MANAGER, SYSTEM})
public record ReviseWorkCalendar(
        @TargetAggregateIdentifier String calendarId, WorkCalendarDraft draft, List<SpecialDay> holidays)
        implements WorkCalendarCommand {}
