package dev.callout.command.sla;

import static dev.callout.api.sla.EscalationAction.ASSIGN;
import static dev.callout.api.sla.EscalationAction.ESCALATE;
import static dev.callout.api.sla.EscalationAction.NOTIFY;
import static dev.callout.api.sla.EscalationRecipient.MANAGER;
import static dev.callout.api.sla.EscalationRecipient.SUPERVISOR;
import static dev.callout.api.sla.EscalationRecipient.TECHNICIAN;
import static dev.callout.api.sla.SlaClock.ARRIVAL;
import static dev.callout.api.sla.SlaClock.RESOLUTION;
import static dev.callout.api.sla.SlaClock.RESPONSE;
import static dev.callout.api.sla.TargetUnit.BUSINESS_DAYS;
import static dev.callout.api.sla.TargetUnit.BUSINESS_MINUTES;
import static dev.callout.api.sla.TargetUnit.MINUTES;
import static dev.callout.api.ticket.Priority.HIGH;
import static dev.callout.api.ticket.Priority.LOW;
import static dev.callout.api.ticket.Priority.MEDIUM;
import static dev.callout.api.ticket.Priority.URGENT;

import dev.callout.api.sla.ClockPauses;
import dev.callout.api.sla.EscalationStep;
import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.ReopenRule;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.WeeklyHours;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.api.ticket.Priority;
import dev.callout.platform.identity.FirstAdministrator;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calendars and promises that an installation begins with: those of the guide. Until the company names its own
 * supervisor and manager, the first administrator is both.
 */
public final class ShippedTerms {

    public static final String STANDARD_HOURS = "CAL-standard";
    public static final String AROUND_THE_CLOCK = "CAL-around-the-clock";
    public static final String STANDARD = "SLA-standard";
    public static final String PREMIUM = "SLA-premium";
    public static final String STANDARD_PLAN = "SLA-standard-plan";

    private ShippedTerms() {}

    /** The policies by their ids. */
    public static Map<String, SlaPolicyDraft> policies() {
        return Map.of(STANDARD, standard(), PREMIUM, premium(), STANDARD_PLAN, standardPlan());
    }

    /** Monday to Friday 9 to 18, Saturday 10 to 14. */
    static WorkCalendarDraft standardHours(SlaSettings settings) {
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .map(day -> new WeeklyHours(day, List.of(day == DayOfWeek.SATURDAY ? hours(10, 14) : hours(9, 18))))
                .toList();
        return new WorkCalendarDraft(
                "Standard",
                settings.zone().getId(),
                week,
                List.of(),
                settings.holidayCountry(),
                settings.holidayRegion());
    }

    static WorkCalendarDraft aroundTheClock(SlaSettings settings) {
        var week = Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyHours(day, List.of(hours(0, 0))))
                .toList();
        return new WorkCalendarDraft("Around the clock", settings.zone().getId(), week, List.of(), null, null);
    }

    /** For everybody: an answer and a solution in our hours, somebody on the site by the clock on the wall. */
    private static SlaPolicyDraft standard() {
        return policy("Standard SLA", SlaScope.EVERYTHING, List.of());
    }

    /** Whoever has the plan Premium sees somebody within two hours, whatever the priority. */
    private static SlaPolicyDraft premium() {
        return policy(
                "Premium Customer SLA",
                ofPlan("Premium"),
                List.of(new SlaTarget(ARRIVAL, null, 120, MINUTES, null, null)));
    }

    /** The plan Standard promises four to eight hours. */
    private static SlaPolicyDraft standardPlan() {
        return policy(
                "Standard Plan SLA",
                ofPlan("Standard"),
                List.of(new SlaTarget(ARRIVAL, null, 480, MINUTES, null, 240L)));
    }

    /** Of the arrival that the plan promises and that of the priority the earlier counts. */
    private static SlaPolicyDraft policy(String name, SlaScope scope, List<SlaTarget> ofPlan) {
        var matrix = Stream.of(
                business(RESPONSE, URGENT, 30),
                business(RESPONSE, HIGH, 120),
                business(RESPONSE, MEDIUM, 480),
                business(RESPONSE, LOW, 1440),
                business(RESOLUTION, URGENT, 240),
                business(RESOLUTION, HIGH, 480),
                new SlaTarget(RESOLUTION, MEDIUM, 2, BUSINESS_DAYS, STANDARD_HOURS, null),
                new SlaTarget(RESOLUTION, LOW, 5, BUSINESS_DAYS, STANDARD_HOURS, null),
                new SlaTarget(ARRIVAL, URGENT, 120, MINUTES, null, null),
                new SlaTarget(ARRIVAL, HIGH, 480, MINUTES, null, 240L),
                new SlaTarget(ARRIVAL, MEDIUM, 1440, MINUTES, null, null),
                new SlaTarget(ARRIVAL, LOW, 1440, MINUTES, null, null));
        return new SlaPolicyDraft(
                name,
                scope,
                Stream.concat(matrix, ofPlan.stream()).toList(),
                pauses(),
                ReopenRule.NEW_CYCLE,
                ladder(),
                List.of(),
                FirstAdministrator.ACCOUNT_ID,
                FirstAdministrator.ACCOUNT_ID,
                true);
    }

    /** Waiting for parts is our own affair, and pauses nothing. */
    private static List<ClockPauses> pauses() {
        return Arrays.stream(SlaClock.values())
                .map(clock -> new ClockPauses(clock, Set.of(PauseReason.PENDING_CUSTOMER, PauseReason.CUSTOMER_DELAY)))
                .toList();
    }

    private static List<EscalationStep> ladder() {
        return List.of(
                new EscalationStep(RESPONSE, 80, NOTIFY, List.of(SUPERVISOR)),
                new EscalationStep(RESPONSE, 100, ASSIGN, List.of(SUPERVISOR, MANAGER, TECHNICIAN)),
                new EscalationStep(RESOLUTION, 80, ESCALATE, List.of(MANAGER)),
                new EscalationStep(RESOLUTION, 100, ESCALATE, List.of(MANAGER)));
    }

    private static SlaScope ofPlan(String plan) {
        return new SlaScope(null, null, plan, null, null);
    }

    private static SlaTarget business(SlaClock clock, Priority priority, long minutes) {
        return new SlaTarget(clock, priority, minutes, BUSINESS_MINUTES, STANDARD_HOURS, null);
    }

    private static OpenHours hours(int from, int until) {
        return new OpenHours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }
}
