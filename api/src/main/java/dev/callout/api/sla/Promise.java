package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the terms promise for a run from an instant on.
 *
 * @param target null if they promise nothing for this clock
 * @param outdone the target that would be due later, where plan and priority both give one; else null
 * @param calendar null with plain minutes
 */
record Promise(
        SlaTerms terms,
        SlaPolicy policy,
        SlaTarget target,
        SlaTarget outdone,
        CalendarVersion calendar,
        OpenTime time,
        Instant since) {

    static final int DUE = 100;

    Promise before(Promise later) {
        return new Promise(terms, policy, target, later.target(), calendar, time, since);
    }

    /** When it is due for a run with all that has made its clock stand still. */
    Instant dueAt(ClockRun run, List<SlaPause> pauses) {
        return dueAt(run.startedAt(), new CountedTime(run.startedAt(), run.standstills(pauses, pausing()), time));
    }

    Duration granted(Instant startedAt) {
        return target.unit() == TargetUnit.BUSINESS_DAYS
                ? time.between(startedAt, time.workingDaysAfter(startedAt, target.amount()))
                : Duration.ofMinutes(target.amount());
    }

    Instant dueAt(Instant startedAt, CountedTime counted) {
        return at(startedAt, counted, target.amount());
    }

    /** The counted time until a part of the target is used, to the nanosecond, and never less than that part. */
    static Duration share(Duration granted, int percent) {
        var seconds = Math.multiplyExact(granted.getSeconds(), percent);
        var nanos = (seconds % DUE) * 1_000_000_000L + (long) granted.getNano() * percent;
        return Duration.ofSeconds(seconds / DUE, (nanos + DUE - 1) / DUE);
    }

    Instant goalAt(Instant startedAt, CountedTime counted) {
        return target.goal() == null ? null : at(startedAt, counted, target.goal());
    }

    Set<PauseReason> pausing() {
        return policy.pausing(target.clock());
    }

    /** Those of the ladder, and 100. */
    Set<Integer> percents() {
        var percents = new TreeSet<Integer>();
        percents.add(DUE);
        for (var step : policy.ladder()) {
            if (step.clock() == target.clock()) {
                percents.add(step.percent());
            }
        }
        return percents;
    }

    private Instant at(Instant startedAt, CountedTime counted, long amount) {
        if (target.unit() != TargetUnit.BUSINESS_DAYS) {
            return counted.reaches(Duration.ofMinutes(amount));
        }
        // Where the last day begins at an opening, all is counted at the closing before: nothing is left for that day.
        return counted.reaches(time.between(startedAt, time.workingDaysAfter(startedAt, amount)));
    }
}
