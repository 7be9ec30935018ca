package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the clocks of a ticket. The same everywhere: where it is decided, shown, certified and replayed.
 *
 * <p>The terms in force at the end of a clock are applied to its whole run, with all its pauses; what broke under
 * earlier terms stays broken, and what was recorded as broken does until somebody accepts what was reported later. When terms no longer promise anything for a clock, it stops there. All times are exact
 * to the nanosecond; a part of a target that is not a whole number of them is rounded up, so that nothing is early.
 */
public final class SlaCalculation {

    private record Miss(Instant at, boolean byRetarget) {}

    private final SlaCourse known;
    private final Promises promises;

    private SlaCalculation(SlaCourse known, Promises promises) {
        this.known = known;
        this.promises = promises;
    }

    /** How the clocks stand now. A ticket that a fast clock raised a moment ahead stands as at its start. */
    public static SlaReading readNow(SlaCourse course, SlaBook book, Instant now) {
        return read(course, book, now.isBefore(course.startedAt()) ? course.startedAt() : now);
    }

    /** How the clocks stand at a moment that is not before the ticket; what happened later does not count. */
    public static SlaReading read(SlaCourse course, SlaBook book, Instant moment) {
        if (moment.isBefore(course.startedAt())) {
            throw new IllegalArgumentException("The ticket was raised at " + course.startedAt()
                    + ": there is nothing to read at " + moment + ", which is before.");
        }
        var known = KnownCourse.at(course, moment);
        var promises = new Promises(known, book);
        var calculation = new SlaCalculation(known, promises);
        var clocks = new ArrayList<ClockReading>();
        for (var run : new ClockRuns(known, promises, moment).all()) {
            calculation.add(run, clocks);
        }
        return new SlaReading(moment, List.copyOf(clocks));
    }

    private void add(ClockRun run, List<ClockReading> clocks) {
        var promised = promises.on(run);
        var last = promised.size() - 1;
        while (last >= 0 && promised.get(last).target() == null) {
            last--;
        }
        if (last < 0) {
            return;
        }
        var withdrawn = last + 1 < promised.size();
        var effective = withdrawn ? withdrawn(run, promised.get(last + 1)) : run;
        clocks.add(read(effective, promised.subList(0, last + 1)));
    }

    private static ClockRun withdrawn(ClockRun run, Promise without) {
        return run.withdrawn(without.since(), without.terms().startedBy());
    }

    private ClockReading read(ClockRun run, List<Promise> promised) {
        var promise = promised.get(promised.size() - 1);
        var standstills = run.standstills(known.pauses(), promise.pausing());
        var counted = new CountedTime(run.startedAt(), standstills, promise.time());
        var granted = promise.granted(run.startedAt());
        var dueAt = promise.dueAt(run.startedAt(), counted);
        var breach = known.breach(run.clock(), run.cycle()).orElse(null);
        var miss = recorded(breach, dueAt, miss(run, promised, dueAt));
        var pausedBy = run.pausedBy(known.pauses(), promise.pausing());
        return new ClockReading(
                run.clock(),
                run.cycle(),
                promise.policy().policyId(),
                promise.policy().version(),
                promise.calendar(),
                promise.terms().priority(),
                run.startedAt(),
                promise.target(),
                promise.outdone(),
                granted,
                promise.goalAt(run.startedAt(), counted),
                dueAt,
                run.stoppedAt(),
                run.stoppedBy(),
                counted.until(run.end()),
                verdict(run, pausedBy, miss),
                pausedBy,
                miss == null ? null : miss.at(),
                miss != null && miss.byRetarget(),
                miss != null && miss.at().isBefore(run.cycleFrom()),
                breach,
                IntervalList.of(run, standstills, promise.time()),
                thresholds(promise, counted, granted, dueAt));
    }

    /** The first time a promise was broken while it held; null if none was. */
    private Miss miss(ClockRun run, List<Promise> promised, Instant dueAt) {
        var last = promised.size() - 1;
        for (var i = 0; i <= last; i++) {
            var promise = promised.get(i);
            if (promise.target() == null) {
                continue;
            }
            var due = i == last ? dueAt : promise.dueAt(run, known.pauses());
            var heldUntil = i == last ? run.end() : promised.get(i + 1).since();
            if (due.isBefore(heldUntil)) {
                return new Miss(ClockRun.latest(due, promise.since()), due.isBefore(promise.since()));
            }
        }
        return null;
    }

    /** What was recorded as broken stays so, whatever was reported later, until that is accepted. */
    private static Miss recorded(SlaBreach breach, Instant dueAt, Miss miss) {
        var stands = miss == null && breach != null ? breach.stands(dueAt) : null;
        return stands == null ? miss : new Miss(stands, breach.byRetarget());
    }

    private static SlaVerdict verdict(ClockRun run, Set<PauseReason> pausedBy, Miss miss) {
        if (miss != null) {
            return SlaVerdict.MISSED;
        }
        if (!run.isRunning()) {
            return run.kept() ? SlaVerdict.MET : SlaVerdict.VOID;
        }
        return pausedBy.isEmpty() ? SlaVerdict.RUNNING : SlaVerdict.PAUSED;
    }

    private static List<SlaThreshold> thresholds(
            Promise promise, CountedTime counted, Duration granted, Instant dueAt) {
        var thresholds = new ArrayList<SlaThreshold>();
        for (var percent : promise.percents()) {
            var at = percent == Promise.DUE ? dueAt : counted.reaches(Promise.share(granted, percent));
            thresholds.add(new SlaThreshold(percent, at, at.isBefore(promise.since())));
        }
        return List.copyOf(thresholds);
    }
}
