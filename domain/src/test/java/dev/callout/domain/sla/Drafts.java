package dev.callout.domain.sla;

import dev.callout.api.sla.EscalationAction;
import dev.callout.api.sla.EscalationRecipient;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.sla.WeeklyHours;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.ticket.Priority;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Calendars and policies with nothing wrong. */
final class Drafts {

    static final List<SpecialDay> NEW_YEAR =
            List.of(new SpecialDay(LocalDate.of(2026, 1, 1), "New Year", true, List.of()));

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private Drafts() {}

    static WorkCalendarDraft calendar(int opensAt) {
        var hours = new OpenHours(LocalTime.of(opensAt, 0), LocalTime.of(18, 0));
        return new WorkCalendarDraft(
                "Office",
                "Europe/Zurich",
                List.of(new WeeklyHours(DayOfWeek.MONDAY, List.of(hours))),
                List.of(),
                "CH",
                null);
    }

    static WorkCalendarPublished published(int version, WorkCalendarDraft draft) {
        return new WorkCalendarPublished(
                "CAL-1",
                version,
                draft.name(),
                draft.zone(),
                draft.week(),
                draft.specialDays(),
                draft.holidayCountry(),
                draft.holidayRegion(),
                NEW_YEAR);
    }

    static SlaPolicyDraft policy(SlaScope scope, long minutes) {
        return new SlaPolicyDraft(
                "Fast",
                scope,
                List.of(new SlaTarget(
                        SlaClock.RESPONSE, Priority.HIGH, minutes, TargetUnit.BUSINESS_MINUTES, "CAL-1", null)),
                null,
                null,
                List.of(new EscalationStep(
                        SlaClock.RESPONSE, 80, EscalationAction.NOTIFY, List.of(EscalationRecipient.SUPERVISOR))),
                null,
                "ACC-sue",
                null,
                null);
    }
}
