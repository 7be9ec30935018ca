package dev.callout.query.sla;

import static dev.callout.api.sla.TargetUnit.BUSINESS_MINUTES;
import static dev.callout.api.sla.TargetUnit.MINUTES;

import dev.callout.api.sla.CalendarVersion;
import dev.callout.api.sla.ClockPauses;
import dev.callout.api.sla.OpenHours;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.ReopenRule;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPenalty;
import dev.callout.api.sla.SlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPromise;
import dev.callout.api.sla.SlaScope;
import dev.callout.api.sla.SlaSwitch;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SlaTerms;
import dev.callout.api.sla.SpecialDay;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.sla.WeeklyHours;
import dev.callout.api.sla.WorkCalendar;
import dev.callout.api.sla.WorkCalendarPublished;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.query.Appends;
import dev.callout.query.ticket.Tickets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A calendar and a policy that tests promise by: those of the guide, with a calendar in UTC or elsewhere. */
public final class Terms implements SlaBook {

    public static final String POLICY_NAME = "Premium für Käufer <b>\"Größe\"</b>";

    public final String calendarId = "CAL-" + UUID.randomUUID();
    public final String policyId = "SLA-" + UUID.randomUUID();
    private final String zone;

    public Terms() {
        this("UTC");
    }

    public Terms(String zone) {
        this.zone = zone;
    }

    /** Monday to Friday 9 to 18, Saturday 10 to 14, closed on 3 March 2026, a Tuesday. */
    public WorkCalendarPublished calendar() {
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .map(day -> new WeeklyHours(day, List.of(day == DayOfWeek.SATURDAY ? hours(10, 14) : hours(9, 18))))
                .toList();
        var holiday = new SpecialDay(LocalDate.of(2026, 3, 3), "Founders' Day", true, List.of());
        return new WorkCalendarPublished(
                calendarId, 1, "Geschäftszeiten", zone, week, List.of(holiday), null, null, List.of());
    }

    private static OpenHours hours(int from, int until) {
        return new OpenHours(LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    public SlaPolicyPublished policy() {
        return SlaPolicyPublished.of(
                policyId, 1, draft(Set.of(PauseReason.PENDING_CUSTOMER, PauseReason.CUSTOMER_DELAY)));
    }

    /** The policy with other reasons to pause. */
    public SlaPolicyDraft draft(Set<PauseReason> pausing) {
        return draft(BUSINESS_MINUTES, pausing);
    }

    public SlaPolicyDraft draft(TargetUnit unit, Set<PauseReason> pausing) {
        var targets = new ArrayList<SlaTarget>();
        for (var priority : Priority.values()) {
            targets.add(target(SlaClock.RESPONSE, priority, minutes(priority, 1_440, 480, 120, 30), unit));
            targets.add(target(SlaClock.RESOLUTION, priority, minutes(priority, 2_700, 1_080, 480, 240), unit));
            targets.add(new SlaTarget(
                    SlaClock.ARRIVAL, priority, minutes(priority, 1_440, 1_440, 480, 120), MINUTES, null, 60L));
        }
        return new SlaPolicyDraft(
                POLICY_NAME,
                SlaScope.EVERYTHING,
                targets,
                Arrays.stream(SlaClock.values())
                        .map(clock -> new ClockPauses(clock, pausing))
                        .toList(),
                ReopenRule.NEW_CYCLE,
                List.of(),
                List.of(
                        new SlaPenalty(SlaClock.RESOLUTION, null, 5_000, "EUR"),
                        new SlaPenalty(SlaClock.RESOLUTION, Priority.URGENT, 20_050, "EUR")),
                null,
                null,
                null);
    }

    private static long minutes(Priority priority, long low, long medium, long high, long urgent) {
        return switch (priority) {
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH -> high;
            case URGENT -> urgent;
        };
    }

    private SlaTarget target(SlaClock clock, Priority priority, long minutes, TargetUnit unit) {
        return new SlaTarget(clock, priority, minutes, unit, unit == MINUTES ? null : calendarId, null);
    }

    public void publish(Appends appends) {
        var long_ago = Instant.parse("2026-01-01T00:00:00Z");
        appends.commit(Appends.life(calendarId, long_ago, calendar()));
        appends.commit(Appends.life(policyId, long_ago, policy()));
    }

    public List<CalendarVersion> calendars() {
        return List.of(new CalendarVersion(calendarId, 1));
    }

    public SlaPromise promise() {
        return new SlaPromise(policyId, 1, calendars(), null, null, null);
    }

    public SlaTerms terms(Instant from, Priority priority) {
        return new SlaTerms(
                from, policyId, 1, calendars(), priority, PromiseCause.RAISED, null, new SlaSwitch("TicketRaised", 0));
    }

    /** A ticket with this promised for it. */
    public TicketRaised raised(String ticketId, String customerId, Priority priority, Instant at) {
        return promised(Tickets.raised(ticketId, customerId, "No print", priority, at));
    }

    public TicketRaised promised(TicketRaised raised) {
        return new TicketRaised(
                raised.ticketId(),
                raised.number(),
                raised.customerId(),
                raised.contactId(),
                raised.siteId(),
                raised.raisedBy(),
                raised.title(),
                raised.description(),
                raised.type(),
                raised.category(),
                raised.subCategory(),
                raised.requestedPriority(),
                raised.priority(),
                raised.channel(),
                raised.product(),
                raised.serialNumber(),
                raised.language(),
                raised.followUpOf(),
                promise(),
                raised.occurredAt());
    }

    @Override
    public SlaPolicy policy(String id, int version) {
        return policy().policy();
    }

    @Override
    public WorkCalendar calendar(String id, int version) {
        return calendar().calendar();
    }
}
