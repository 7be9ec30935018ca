package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;

/**
 * How long something may take.
 *
 * @param priority null for every priority; where the policy has one for the ticket's priority, too, the earlier counts
 * @param amount of the unit
 * @param calendarId whose hours count; null with plain minutes
 * @param goal an earlier, internal aim in the same unit; null if there is none
 */
public record SlaTarget(SlaClock clock, Priority priority, long amount, TargetUnit unit, String calendarId, Long goal) {

    /** As much of the time on the wall as any target may take. */
    static final Duration LONGEST = Duration.ofDays(3_653);

    public TargetBasis basis() {
        return priority == null ? TargetBasis.PLAN : TargetBasis.PRIORITY;
    }

    /** Whether business time that starts to count at an instant is used up within ten years, so that it is ever due. */
    public boolean comesDue(WorkCalendar calendar, Instant from) {
        var hours = WorkHours.of(calendar);
        try {
            var due = unit == TargetUnit.BUSINESS_DAYS
                    ? hours.workingDaysAfter(from, amount)
                    : hours.after(from, Duration.ofMinutes(amount));
            return !due.isAfter(from.plus(LONGEST));
        } catch (NeverOpenAgain never) {
            return false;
        }
    }
}
