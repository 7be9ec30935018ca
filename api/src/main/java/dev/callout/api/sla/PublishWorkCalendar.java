package dev.callout.api.sla;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Publish a new calendar.
 *
 * @param holidays what the holidays of its country and region come to
 */
@AllowedTo({MANAGER, SYSTEM})
public record PublishWorkCalendar(
        @TargetAggregateIdentifier String calendarId, WorkCalendarDraft draft, List<SpecialDay> holidays)
        implements WorkCalendarCommand {}
