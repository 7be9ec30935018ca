package dev.callout.domain.sla;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.CALENDAR_IN_USE;
import static dev.callout.api.RefusalCode.CALENDAR_RETIRED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.CommandRefused;
import dev.callout.api.sla.PublishWorkCalendar;
import dev.callout.api.sla.RetireWorkCalendar;
import dev.callout.api.sla.ReviseWorkCalendar;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.sla.WorkCalendarRetired;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** When people work, through all the versions that were published of it; version n is the n-th event. */
@Aggregate
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Calendar {

    private @AggregateIdentifier String calendarId;
    private int version;
    private WorkCalendarDraft published;
    private List<SpecialDay> holidays;
    private boolean retired;

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    Calendar(PublishWorkCalendar command) {
        apply(next(command.calendarId(), command.draft(), command.holidays()));
    }

    @CommandHandler
    void handle(ReviseWorkCalendar command, SlaTies ties, Clock clock) {
        refuseWhen(retired, CALENDAR_RETIRED, "This calendar is offered no longer.");
        if (!command.draft().equals(published) || !command.holidays().equals(holidays)) {
            var next = next(calendarId, command.draft(), command.holidays());
            var soFar = version(calendarId, version, published, holidays).calendar();
            refuseWhenAPolicyNeedsMoreHours(soFar, next.calendar(), ties, clock.instant());
            apply(next);
        }
    }

    private WorkCalendarPublished next(String calendarId, WorkCalendarDraft draft, List<SpecialDay> holidays) {
        Flaws.refuse(draft.flaws());
        return version(calendarId, version + 1, draft, holidays);
    }

    private static WorkCalendarPublished version(
            String calendarId, int version, WorkCalendarDraft draft, List<SpecialDay> holidays) {
        return new WorkCalendarPublished(
                calendarId,
                version,
                draft.name(),
                draft.zone(),
                draft.week(),
                draft.specialDays(),
                draft.holidayCountry(),
                draft.holidayRegion(),
                holidays);
    }

    /** New tickets would count by these hours at once. What the hours so far don't reach may get more of them bit by bit. */
    private static void refuseWhenAPolicyNeedsMoreHours(
            WorkCalendar soFar, WorkCalendar next, SlaTies ties, Instant now) {
        for (var policy : ties.policiesBy(next.calendarId())) {
            for (var target : policy.targets()) {
                if (next.calendarId().equals(target.calendarId()) && target.comesDue(soFar, now)) {
                    var what = target.clock() + " for " + target.priority() + " of the policy " + policy.policyId();
                    TargetMustComeDue.refuseUnless(target, what, next, now, CALENDAR_IN_USE);
                }
            }
        }
    }

    @EventSourcingHandler
    void on(WorkCalendarPublished event) {
        calendarId = event.calendarId();
        version = event.version();
        published = event.draft();
        holidays = event.holidays();
    }

    @CommandHandler
    void handle(RetireWorkCalendar command, SlaTies ties) {
        ties.policiesBy(calendarId).stream().findFirst().ifPresent(user -> {
            throw new CommandRefused(
                    CALENDAR_IN_USE,
                    "The policy " + user.policyId() + " counts by this calendar; give it another first.");
        });
        if (!retired) {
            apply(new WorkCalendarRetired(calendarId));
        }
    }

    @EventSourcingHandler
    void on(WorkCalendarRetired event) {
        retired = true;
    }

    protected Calendar() {} // Axon starts from an empty calendar and replays its events
}
