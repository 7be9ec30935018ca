package dev.callout.api.sla;

import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How the promises for a ticket stand at a moment.
 *
 * @param allMet false when any promise is broken, true when all were kept, null while that is open
 * @param color the worst of those that count
 * @param nextDueAt of the promises that still run; null if none does
 */
public record SlaTracking(
        String ticketId,
        String number,
        Instant moment,
        Boolean allMet,
        SlaColor color,
        Instant nextDueAt,
        List<Clock> clocks,
        long version) {

    /**
     * One promise.
     *
     * @param promised the target as the policy names it: business days are not hours
     * @param outdone what the plan or the priority gives, too, and would be due later; else null
     * @param target the counted time that is granted
     * @param goalAt an earlier, internal aim; null if there is none, and for customers
     * @param actualAt when it was fulfilled or given up; null while it runs
     * @param actualRecordedAt when that was recorded; null while it runs, and of old tickets where it is not known
     * @param actualReportedLate whether it was recorded noticeably later than it happened
     * @param met null while that is open, and when nothing is promised any more
     * @param missedInEarlierCycle whether it broke before a reopening after which it goes on, and counts there
     * @param dispute null unless something that was reported late would undo a recorded breach
     * @param remaining negative when more was used than granted
     * @param pausedBy what it waits for at this moment, whether or not the calendar is open; else empty
     * @param standstill why it stands still at this moment; null while it counts, and once it has stopped
     */
    public record Clock(
            SlaClock clock,
            int cycle,
            Policy policy,
            Calendar calendar,
            Priority priority,
            Instant startedAt,
            Target promised,
            Target outdone,
            Duration target,
            Instant goalAt,
            Instant dueAt,
            Instant actualAt,
            Instant actualRecordedAt,
            boolean actualReportedLate,
            SlaVerdict verdict,
            Boolean met,
            Instant missedAt,
            boolean missedByRetarget,
            boolean missedInEarlierCycle,
            Dispute dispute,
            Duration used,
            int usedPercent,
            Duration remaining,
            SlaColor color,
            Set<PauseReason> pausedBy,
            Standstill standstill) {}

    /**
     * A recorded breach and a late report of the contrary; it stands until somebody else accepts the report.
     *
     * @param breachedAt when it was broken, as recorded
     * @param reportedAt when the late report was recorded
     * @param reportedBy the account that sent it
     */
    public record Dispute(
            SlaDispute state, Instant breachedAt, Instant reportedAt, String reportedBy, Instant decidedAt) {}

    /** The version of the policy that the promise stands under. */
    public record Policy(String policyId, int version, String name) {}

    /** How long something may take, in the unit of the policy, and whether that goes by the plan or the priority. */
    public record Target(long amount, TargetUnit unit, TargetBasis basis) {

        /** Null of null. */
        public static Target of(SlaTarget target) {
            return target == null ? null : new Target(target.amount(), target.unit(), target.basis());
        }
    }

    /** The version of the calendar whose hours count; there is none where day and night count. */
    public record Calendar(String calendarId, int version, String name, String zone) {}

    /**
     * Why a clock does not count.
     *
     * @param reasons what it is paused by; empty when the calendar stops it
     * @param holiday its name, if it is one
     */
    public record Standstill(SlaInterval.Kind kind, Set<PauseReason> reasons, String holiday, Instant since) {}
}
