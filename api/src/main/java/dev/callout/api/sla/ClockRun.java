package dev.callout.api.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One run of a clock, whatever is promised for it.
 *
 * @param promisedAt from when on something could be promised: later than the start where a visit was settled later
 * @param stoppedAt null while it runs
 * @param stoppedBy the event that stopped it; null while it runs
 * @param cycleFrom when its cycle began, which is later than its start where it goes on after a reopening
 * @param kept whether what it is for was done when it stopped
 * @param end when it stopped, or the moment of the reading
 * @param rests the times between resolved and reopened that it has seen
 */
record ClockRun(
        SlaClock clock,
        int cycle,
        Instant startedAt,
        SlaSwitch startedBy,
        Instant promisedAt,
        Instant stoppedAt,
        SlaSwitch stoppedBy,
        Instant cycleFrom,
        boolean kept,
        Instant end,
        List<Standstill> rests) {

    boolean isRunning() {
        return stoppedAt == null;
    }

    /** The same run if nothing was promised for it any more from an instant on. */
    ClockRun withdrawn(Instant at, SlaSwitch by) {
        return new ClockRun(clock, cycle, startedAt, startedBy, promisedAt, at, by, cycleFrom, false, at, rests);
    }

    /** For which of these reasons it stands still at its end; none once it was stopped. */
    Set<PauseReason> pausedBy(List<SlaPause> pauses, Set<PauseReason> reasons) {
        var pausedBy = EnumSet.noneOf(PauseReason.class);
        for (var pause : pauses) {
            if (isRunning()
                    && reasons.contains(pause.reason())
                    && !pause.from().isAfter(end)
                    && (pause.until() == null || pause.until().isAfter(end))) {
                pausedBy.add(pause.reason());
            }
        }
        return Collections.unmodifiableSet(pausedBy);
    }

    /** All that makes it stand still when these reasons do, by their start. They may overlap. */
    List<Standstill> standstills(List<SlaPause> pauses, Set<PauseReason> reasons) {
        var standstills = new ArrayList<Standstill>();
        for (var rest : rests) {
            addWithin(standstills, rest);
        }
        for (var pause : pauses) {
            if (reasons.contains(pause.reason())) {
                var until = pause.until() == null ? end : pause.until();
                addWithin(
                        standstills,
                        new Standstill(pause.reason(), pause.from(), until, pause.startedBy(), pause.endedBy()));
            }
        }
        standstills.sort(Comparator.comparing(Standstill::from));
        return standstills;
    }

    private void addWithin(List<Standstill> standstills, Standstill still) {
        var from = latest(still.from(), startedAt);
        // What comes after the stop is nothing to it; while it runs, an end that is settled counts before it comes.
        var until = isRunning() || still.until().isBefore(end) ? still.until() : end;
        if (from.isBefore(until)) {
            standstills.add(new Standstill(still.reason(), from, until, still.startedBy(), still.endedBy()));
        }
    }

    static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
