package dev.callout.web.ticket;

import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaColor;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.SlaVerdict;
import dev.callout.api.sla.TargetBasis;
import dev.callout.api.sla.TargetUnit;
import dev.callout.api.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Promises for tests of the screens: four hours from Monday 2 March 2026, 10:00 in Berlin. */
final class Promised {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final String POLICY = "Premium Customer SLA";

    private Promised() {}

    static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    /** As all these promises stand at 13:00 in Berlin. */
    static SlaTracking tracking(SlaTracking.Clock... clocks) {
        return new SlaTracking("TCK-1", "TKT100231", at("12:00"), null, SlaColor.GREEN, null, List.of(clocks), 3);
    }

    static SlaTracking.Clock open(SlaClock clock, SlaVerdict verdict, SlaColor color, Instant dueAt) {
        return clock(clock, 1, verdict, color, dueAt, null, 75, null);
    }

    static SlaTracking.Clock ended(SlaClock clock, SlaVerdict verdict, Instant dueAt, Instant actualAt) {
        var color = verdict == SlaVerdict.MET ? SlaColor.GREEN : SlaColor.RED;
        return clock(clock, 1, verdict, color, dueAt, actualAt, 50, null);
    }

    /** Answered in time, and reported late. */
    static SlaTracking.Clock disputed(SlaTracking.Dispute dispute, Instant actualAt, Instant recordedAt) {
        var missed = ended(SlaClock.RESPONSE, SlaVerdict.MISSED, at("10:00"), actualAt);
        return new SlaTracking.Clock(
                missed.clock(),
                missed.cycle(),
                missed.policy(),
                missed.calendar(),
                missed.priority(),
                missed.startedAt(),
                missed.promised(),
                missed.outdone(),
                missed.target(),
                missed.goalAt(),
                missed.dueAt(),
                missed.actualAt(),
                recordedAt,
                true,
                missed.verdict(),
                missed.met(),
                missed.missedAt(),
                missed.missedByRetarget(),
                missed.missedInEarlierCycle(),
                dispute,
                missed.used(),
                missed.usedPercent(),
                missed.remaining(),
                missed.color(),
                missed.pausedBy(),
                missed.standstill());
    }

    static SlaTracking.Clock granted(SlaTracking.Target promised, SlaTracking.Target outdone) {
        return clock(
                SlaClock.RESOLUTION, 1, SlaVerdict.RUNNING, SlaColor.GREEN, START, null, 0, null, promised, outdone);
    }

    static SlaTracking.Clock clock(
            SlaClock clock,
            int cycle,
            SlaVerdict verdict,
            SlaColor color,
            Instant dueAt,
            Instant actualAt,
            int usedPercent,
            SlaTracking.Standstill standstill) {
        var promised = new SlaTracking.Target(240, TargetUnit.BUSINESS_MINUTES, TargetBasis.PRIORITY);
        return clock(clock, cycle, verdict, color, dueAt, actualAt, usedPercent, standstill, promised, null);
    }

    private static SlaTracking.Clock clock(
            SlaClock clock,
            int cycle,
            SlaVerdict verdict,
            SlaColor color,
            Instant dueAt,
            Instant actualAt,
            int usedPercent,
            SlaTracking.Standstill standstill,
            SlaTracking.Target promised,
            SlaTracking.Target outdone) {
        var target = Duration.ofHours(4);
        var used = target.multipliedBy(usedPercent).dividedBy(100);
        return new SlaTracking.Clock(
                clock,
                cycle,
                new SlaTracking.Policy("SLA-1", 3, POLICY),
                new SlaTracking.Calendar("CAL-1", 1, "Business hours", "Europe/Berlin"),
                Priority.URGENT,
                START,
                promised,
                outdone,
                target,
                null,
                dueAt,
                actualAt,
                actualAt,
                false,
                verdict,
                null,
                verdict == SlaVerdict.MISSED ? dueAt : null,
                false,
                false,
                null,
                used,
                usedPercent,
                target.minus(used),
                color,
                verdict == SlaVerdict.PAUSED ? Set.of(PauseReason.PENDING_CUSTOMER) : Set.of(),
                standstill);
    }
}
