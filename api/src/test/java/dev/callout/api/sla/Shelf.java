package dev.callout.api.sla;

import static dev.callout.api.sla.PauseReason.CUSTOMER_DELAY;
import static dev.callout.api.sla.PauseReason.PENDING_CUSTOMER;
import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import dev.callout.api.ticket.Priority;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A book with one policy in several versions, the first of which is the guide's, and the guide's calendar in Berlin. */
record Shelf(List<SlaPolicy> versions, WorkCalendar hours) implements SlaBook {

    static final String POLICY = "SLA-premium";
    static final String CALENDAR = "CAL-standard";

    static Shelf guide() {
        return new Shelf(List.of(policy(1, guideTargets(), ReopenRule.NEW_CYCLE)), guideHours());
    }

    /** The same with another version of the policy. */
    Shelf and(List<SlaTarget> targets, ReopenRule reopening) {
        var more = new ArrayList<>(versions);
        more.add(policy(versions.size() + 1, targets, reopening));
        return new Shelf(List.copyOf(more), hours);
    }

    static Shelf of(SlaTarget... targets) {
        return new Shelf(List.of(policy(1, List.of(targets), ReopenRule.NEW_CYCLE)), guideHours());
    }

    static SlaTarget target(SlaClock clock, Priority priority, long amount, TargetUnit unit) {
        return new SlaTarget(clock, priority, amount, unit, unit == TargetUnit.MINUTES ? null : CALENDAR, null);
    }

    static List<SlaTarget> guideTargets() {
        return List.of(
                target(RESPONSE, Priority.URGENT, 30, TargetUnit.BUSINESS_MINUTES),
                target(RESPONSE, Priority.HIGH, 120, TargetUnit.BUSINESS_MINUTES),
                target(RESPONSE, Priority.MEDIUM, 480, TargetUnit.BUSINESS_MINUTES),
                target(RESPONSE, Priority.LOW, 1440, TargetUnit.BUSINESS_MINUTES),
                target(ARRIVAL, Priority.URGENT, 120, TargetUnit.MINUTES),
                new SlaTarget(ARRIVAL, Priority.HIGH, 480, TargetUnit.MINUTES, null, 240L),
                target(ARRIVAL, Priority.MEDIUM, 1440, TargetUnit.MINUTES),
                target(ARRIVAL, Priority.LOW, 1440, TargetUnit.MINUTES),
                target(RESOLUTION, Priority.URGENT, 240, TargetUnit.BUSINESS_MINUTES),
                target(RESOLUTION, Priority.HIGH, 480, TargetUnit.BUSINESS_MINUTES),
                target(RESOLUTION, Priority.MEDIUM, 2, TargetUnit.BUSINESS_DAYS),
                target(RESOLUTION, Priority.LOW, 5, TargetUnit.BUSINESS_DAYS));
    }

    private static SlaPolicy policy(int version, List<SlaTarget> targets, ReopenRule reopening) {
        return new SlaPolicy(
                POLICY,
                version,
                "Premium Customer SLA",
                new SlaScope(null, null, "Premium", null, null),
                targets,
                Stream.of(SlaClock.values())
                        .map(clock -> new ClockPauses(clock, Set.of(PENDING_CUSTOMER, CUSTOMER_DELAY)))
                        .toList(),
                reopening,
                List.of(
                        step(RESPONSE, 80, EscalationAction.NOTIFY),
                        step(RESPONSE, 100, EscalationAction.ESCALATE),
                        step(RESOLUTION, 80, EscalationAction.ESCALATE),
                        step(RESOLUTION, 120, EscalationAction.NOTIFY)),
                List.of(),
                "USR-supervisor",
                "USR-manager",
                true);
    }

    /** The same, but for where its clocks begin on a ticket into which an earlier one was merged. */
    Shelf countingFromTheTicket() {
        return new Shelf(
                versions.stream()
                        .map(policy -> new SlaPolicy(
                                policy.policyId(),
                                policy.version(),
                                policy.name(),
                                policy.scope(),
                                policy.targets(),
                                policy.pauses(),
                                policy.reopening(),
                                policy.ladder(),
                                policy.penalties(),
                                policy.supervisorId(),
                                policy.managerId(),
                                false))
                        .toList(),
                hours);
    }

    private static EscalationStep step(SlaClock clock, int percent, EscalationAction action) {
        return new EscalationStep(clock, percent, action, List.of(EscalationRecipient.SUPERVISOR));
    }

    private static WorkCalendar guideHours() {
        var day = List.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        var week = new ArrayList<WeeklyHours>();
        Stream.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
                .forEach(weekday -> week.add(new WeeklyHours(weekday, day)));
        week.add(new WeeklyHours(SATURDAY, List.of(new OpenHours(LocalTime.of(10, 0), LocalTime.of(14, 0)))));
        var christmas = new SpecialDay(LocalDate.of(2026, 12, 25), "Christmas Day", true, List.of());
        return new WorkCalendar(CALENDAR, 1, "Standard", ZoneId.of("Europe/Berlin"), week, List.of(christmas));
    }

    @Override
    public SlaPolicy policy(String policyId, int version) {
        return versions.get(version - 1);
    }

    @Override
    public WorkCalendar calendar(String calendarId, int version) {
        return hours;
    }
}
