package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How one clock of a ticket stands at a moment, and why.
 *
 * @param calendar null with plain minutes
 * @param promised the target as the policy names it, in its own unit
 * @param outdone what the plan or the priority gives, too, and would be due later; else null
 * @param target the counted time that is granted
 * @param goalAt the earlier, internal aim; null if there is none
 * @param dueAt when the promise breaks, if nothing pauses the clock from the moment of the reading on
 * @param stoppedAt when it was fulfilled or given up; null while it runs
 * @param stoppedBy the event that stopped it; null while it runs
 * @param used the counted time until then
 * @param pausedBy why it stands still at the moment of the reading, whether or not the calendar is open; else empty
 * @param missedAt when the promise broke; null if it did not. It stays when later terms are milder.
 * @param missedByRetarget whether a change of the terms broke it, so that reports can leave it out
 * @param missedInEarlierCycle whether it broke before the cycle began, of a clock that goes on: it counts there
 * @param breach what was recorded of its being broken; null if nothing was
 * @param intervals from the start to the end or to the moment of the reading, without gap and overlap
 * @param thresholds those of the policy's ladder and 100, in order
 */
public record ClockReading(
        SlaClock clock,
        int cycle,
        String policyId,
        int policyVersion,
        CalendarVersion calendar,
        Priority priority,
        Instant startedAt,
        SlaTarget promised,
        SlaTarget outdone,
        Duration target,
        Instant goalAt,
        Instant dueAt,
        Instant stoppedAt,
        SlaSwitch stoppedBy,
        Duration used,
        SlaVerdict verdict,
        Set<PauseReason> pausedBy,
        Instant missedAt,
        boolean missedByRetarget,
        boolean missedInEarlierCycle,
        SlaBreach breach,
        List<SlaInterval> intervals,
        List<SlaThreshold> thresholds) {

    private static final int WARN_AT_PERCENT = 80;

    /** The granted time that is left; negative when more was used. */
    public Duration remaining() {
        return target.minus(used);
    }

    /** Whether it counts as broken: one that goes on after a reopening is broken once. */
    public boolean countsAsMissed() {
        return verdict == SlaVerdict.MISSED && !missedInEarlierCycle;
    }

    /** Whether a recorded breach does not count, since a late report was accepted. */
    public boolean isExcused() {
        return dispute() == SlaDispute.ACCEPTED && verdict != SlaVerdict.MISSED;
    }

    /** What became of a late report that would undo a recorded breach; null if there is none. */
    public SlaDispute dispute() {
        return breach == null ? null : breach.dispute();
    }

    /** Whether the clock stands still until somebody does something; a delay with a date ends by itself. */
    boolean waits() {
        return pausedBy.stream().anyMatch(reason -> reason != PauseReason.CUSTOMER_DELAY);
    }

    public SlaColor color() {
        if (verdict == SlaVerdict.VOID) {
            return SlaColor.GRAY;
        }
        if (verdict == SlaVerdict.MISSED) {
            return SlaColor.RED;
        }
        var warned = used.multipliedBy(100).compareTo(target.multipliedBy(WARN_AT_PERCENT)) >= 0;
        return warned && verdict != SlaVerdict.MET ? SlaColor.YELLOW : SlaColor.GREEN;
    }
}
