package dev.callout.api.sla;

import java.time.Instant;

/**
 * A breach that was recorded. It stands, whatever is reported later, until a second person accepts the report.
 *
 * @param at when it was broken; null where other terms are tried: they may have broken it at another time, or not
 * @param dispute null while nothing that was reported later would undo it
 * @param disputedAt when that was recorded
 * @param disputedBy the account that reported it
 */
public record SlaBreach(
        SlaClock clock,
        int cycle,
        Instant at,
        boolean byRetarget,
        SlaSwitch recordedBy,
        SlaDispute dispute,
        Instant disputedAt,
        String disputedBy,
        Instant decidedAt) {

    public boolean isOf(SlaClock clock, int cycle) {
        return this.clock == clock && this.cycle == cycle;
    }

    SlaBreach disputed(Instant at, String by) {
        return new SlaBreach(clock, cycle, this.at, byRetarget, recordedBy, SlaDispute.PENDING, at, by, null);
    }

    SlaBreach decided(boolean accepted, Instant at) {
        var decision = accepted ? SlaDispute.ACCEPTED : SlaDispute.REJECTED;
        return new SlaBreach(clock, cycle, this.at, byRetarget, recordedBy, decision, disputedAt, disputedBy, at);
    }

    /** As it was known at a moment; null if it was not broken before. */
    SlaBreach knownAt(Instant moment) {
        if (at != null && !at.isBefore(moment)) {
            return null;
        }
        if (disputedAt == null || disputedAt.isAfter(moment)) {
            return new SlaBreach(clock, cycle, at, byRetarget, recordedBy, null, null, null, null);
        }
        return decidedAt == null || decidedAt.isAfter(moment) ? disputed(disputedAt, disputedBy) : this;
    }

    /** The same under other terms: what counts is whether those would have been broken before the late report came. */
    SlaBreach underOtherTerms() {
        return new SlaBreach(clock, cycle, null, false, recordedBy, dispute, disputedAt, disputedBy, decidedAt);
    }

    /** When the promise counts as broken although what is known by now says otherwise; null if it does not. */
    Instant stands(Instant dueAt) {
        if (dispute == SlaDispute.ACCEPTED) {
            return null;
        }
        if (at != null) {
            return at;
        }
        return disputedAt != null && dueAt.isBefore(disputedAt) ? dueAt : null;
    }
}
