package dev.callout.api.sla;

import dev.callout.api.sla.SlaInterval.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lives through a ticket minute by minute and counts on its fingers. Slow, without any arithmetic on calendars: the
 * reference that the calculation has to agree with.
 */
final class TicketByTheMinute {

    record Clock(
            SlaClock clock,
            int cycle,
            int policyVersion,
            Instant startedAt,
            Instant stoppedAt,
            long usedMinutes,
            Instant goalAt,
            Instant dueAt,
            SlaVerdict verdict,
            Instant missedAt,
            boolean missedByRetarget,
            List<SlaThreshold> thresholds,
            List<Stay> stays) {}

    /** For how long it was the same. */
    record Stay(Instant from, Instant until, Kind kind, Set<PauseReason> reasons) {}

    private record Time(int from, int until, PauseReason reason) {}

    /** What is counted under some terms. */
    private static final class Count {
        private final SlaTerms terms;
        private final SlaPolicy policy;
        private final SlaTarget target;
        private final Set<PauseReason> pausing;
        private int needed;
        private int counted;
        private int dueAt = NEVER;

        private Count(SlaTerms terms, SlaPolicy policy, SlaTarget target) {
            this.terms = terms;
            this.policy = policy;
            this.target = target;
            this.pausing = target == null ? Set.of() : policy.pausing(target.clock());
        }
    }

    private static final int NEVER = Integer.MAX_VALUE;
    private static final long MILLIS = 60_000;

    private final SlaCourse course;
    private final RandomDesk desk;
    private final int moment;
    private final List<SlaCycle> cycles = new ArrayList<>();
    /** When each of the terms does. */
    private final int[] begins;

    TicketByTheMinute(SlaCourse course, RandomDesk desk, Instant moment) {
        this.course = course;
        this.desk = desk;
        this.moment = desk.minute(moment);
        begins = course.terms().stream()
                .mapToInt(terms -> desk.minute(terms.from()))
                .toArray();
        course.cycles().stream().filter(cycle -> happened(cycle.from())).forEach(cycles::add);
    }

    List<Clock> read() {
        var clocks = new ArrayList<Clock>();
        var answered = happened(course.respondedAt()) ? desk.minute(course.respondedAt()) : NEVER;
        for (var cycle : cycles) {
            if (cycle.end() == CycleEnd.RESOLVED && happened(cycle.until())) {
                answered = Math.min(answered, desk.minute(cycle.until()));
            }
        }
        add(clocks, once(SlaClock.RESPONSE, course.startedAt(), answered));
        if (happened(course.visitPromisedAt())) {
            var arrived = happened(course.arrivedAt()) ? desk.minute(course.arrivedAt()) : NEVER;
            add(clocks, once(SlaClock.ARRIVAL, course.visitPromisedAt(), arrived));
        }
        for (var i = 0; i < cycles.size(); i++) {
            var first = i;
            while (first > 0 && continues(cycles.get(first).from())) {
                first--;
            }
            var over = until(cycles.get(i));
            var start = desk.minute(cycles.get(first).from());
            var solved = over != NEVER && cycles.get(i).end() == CycleEnd.RESOLVED;
            var life = new Life(
                    SlaClock.RESOLUTION,
                    cycles.get(i).number(),
                    start,
                    start,
                    over,
                    solved,
                    cycles.subList(first, i + 1));
            add(clocks, life);
        }
        return clocks;
    }

    private Life once(SlaClock clock, Instant promisedAt, int doneAt) {
        var over = until(cycles.get(cycles.size() - 1));
        var done = doneAt != NEVER && doneAt <= over;
        var start = desk.minute(course.startedAt());
        return new Life(clock, 1, start, desk.minute(promisedAt), Math.max(start, done ? doneAt : over), done, cycles);
    }

    private boolean happened(Instant instant) {
        return instant != null && desk.minute(instant) <= moment;
    }

    private int until(SlaCycle cycle) {
        return happened(cycle.until()) ? desk.minute(cycle.until()) : NEVER;
    }

    private boolean continues(Instant reopenedAt) {
        var terms = inForce(desk.minute(reopenedAt));
        if (terms == null
                && !course.terms().isEmpty()
                && happened(course.terms().get(0).from())) {
            terms = inForce(begins[0]);
        }
        return terms != null
                && desk.policy(terms.policyId(), terms.policyVersion()).reopening() == ReopenRule.CONTINUE;
    }

    private SlaTerms inForce(int minute) {
        SlaTerms found = null;
        for (var i = 0; i < begins.length && begins[i] <= minute; i++) {
            found = course.terms().get(i);
        }
        return found;
    }

    private void add(List<Clock> clocks, Life life) {
        var clock = life.live();
        if (clock != null) {
            clocks.add(clock);
        }
    }

    /** One clock while it runs. */
    private final class Life {
        private final SlaClock clock;
        private final int cycle;
        private final int start;
        private final boolean kept;
        private final List<Time> seen = new ArrayList<>();
        private final List<Stay> stays = new ArrayList<>();
        private List<Time> waits;
        private final int promised;
        private int end;
        private boolean stopped;

        private Life(SlaClock clock, int cycle, int start, int promised, int stop, boolean kept, List<SlaCycle> seen) {
            this.clock = clock;
            this.cycle = cycle;
            this.start = start;
            this.kept = kept;
            seen.forEach(one -> this.seen.add(new Time(desk.minute(one.from()), until(one), null)));
            this.stopped = stop != NEVER;
            this.end = stopped ? stop : moment;
            this.promised = Math.max(promised, start);
        }

        private Clock live() {
            var counts = new ArrayList<Count>();
            for (var minute = promised; minute <= end; minute++) {
                var terms = inForce(minute);
                if (terms != null && (counts.isEmpty() || counts.get(counts.size() - 1).terms != terms)) {
                    var policy = desk.policy(terms.policyId(), terms.policyVersion());
                    counts.add(new Count(
                            terms,
                            policy,
                            policy.targets(clock, terms.priority()).stream()
                                    .findFirst()
                                    .orElse(null)));
                }
            }
            var withdrawn = false;
            while (!counts.isEmpty() && counts.get(counts.size() - 1).target == null) {
                end = desk.minute(counts.remove(counts.size() - 1).terms.from());
                stopped = true;
                withdrawn = true;
            }
            if (counts.isEmpty()) {
                return null;
            }
            return live(counts, kept && !withdrawn);
        }

        private Clock live(List<Count> counts, boolean kept) {
            counts.removeIf(count -> count.target == null);
            waits = waits();
            for (var count : counts) {
                count.needed = needed(count.target, count.target.amount());
            }
            var last = counts.get(counts.size() - 1);
            var goal = last.target.goal() == null ? 0 : last.target.goal();
            var goalNeeded = needed(last.target, goal);
            Instant goalAt = null;
            var thresholds = new ArrayList<SlaThreshold>();
            var since = Math.max(promised, desk.minute(last.terms.from()));
            var used = 0;
            Integer missedAt = null;
            var byRetarget = false;
            var percents = last.policy.ladder().stream()
                    .filter(step -> step.clock() == clock)
                    .mapToInt(EscalationStep::percent);
            var marks = IntStream.concat(percents, IntStream.of(100))
                    .distinct()
                    .sorted()
                    .toArray();
            var nextMark = 0;
            for (var minute = start; minute < end || nextMark < marks.length || last.dueAt == NEVER; minute++) {
                for (var count : counts) {
                    if (count.counted >= count.needed && count.dueAt == NEVER) {
                        count.dueAt = minute;
                    }
                }
                if (minute < end && minute >= promised && missedAt == null) { // this minute is lived under some terms
                    var terms = inForce(minute);
                    for (var count : counts) {
                        if (count.terms == terms && count.dueAt != NEVER) {
                            missedAt = minute;
                            byRetarget = count.dueAt < minute;
                        }
                    }
                }
                if (minute == end) {
                    used = last.counted;
                }
                if (goal > 0 && goalAt == null && last.counted >= goalNeeded) {
                    goalAt = desk.instant(minute);
                }
                for (var count : counts) {
                    var kind = kind(count, minute);
                    if (count == last && minute < end) {
                        stay(minute, kind, count.pausing);
                    }
                    if (kind != Kind.COUNTED) {
                        continue;
                    }
                    if (count == last) {
                        var before = count.counted * MILLIS;
                        while (nextMark < marks.length
                                && count.needed * (MILLIS / 100) * marks[nextMark] <= before + MILLIS) {
                            var at = desk.instant(minute)
                                    .plusMillis(count.needed * (MILLIS / 100) * marks[nextMark] - before);
                            thresholds.add(new SlaThreshold(marks[nextMark++], at, at.isBefore(desk.instant(since))));
                        }
                    }
                    count.counted++;
                }
                if (minute + 1 == end) {
                    used = last.counted;
                }
            }
            if (missedAt == null && last.dueAt < end) {
                missedAt = end;
                byRetarget = true;
            }
            return new Clock(
                    clock,
                    cycle,
                    last.policy.version(),
                    desk.instant(start),
                    stopped ? desk.instant(end) : null,
                    used,
                    goalAt,
                    desk.instant(last.dueAt),
                    verdict(last, missedAt != null, kept),
                    missedAt == null ? null : desk.instant(missedAt),
                    byRetarget,
                    thresholds,
                    stays);
        }

        /** Business days: all that is open until the same time of day. */
        private int needed(SlaTarget target, long amount) {
            if (target.unit() != TargetUnit.BUSINESS_DAYS) {
                return (int) amount;
            }
            var minutes = desk.minutes(target.calendarId());
            return minutes.openMinutes(start, minutes.workingDaysAfter(start, amount));
        }

        private SlaVerdict verdict(Count last, boolean missed, boolean kept) {
            if (missed) {
                return SlaVerdict.MISSED;
            }
            if (stopped) {
                return kept ? SlaVerdict.MET : SlaVerdict.VOID;
            }
            for (var pause : course.pauses()) {
                var goesOn = pause.until() == null || desk.minute(pause.until()) > moment;
                if (happened(pause.from()) && goesOn && last.pausing.contains(pause.reason())) {
                    return SlaVerdict.PAUSED;
                }
            }
            return SlaVerdict.RUNNING;
        }

        private Kind kind(Count count, int minute) {
            if (rests(minute)) {
                return Kind.RESOLVED;
            }
            if (count.target.unit() != TargetUnit.MINUTES
                    && !desk.minutes(count.target.calendarId()).open(minute)) {
                return Kind.OUTSIDE_HOURS;
            }
            for (var wait : waits) {
                if (wait.from <= minute && minute < wait.until && count.pausing.contains(wait.reason)) {
                    return stopped && minute >= end ? Kind.COUNTED : Kind.PAUSED;
                }
            }
            return Kind.COUNTED;
        }

        private boolean rests(int minute) {
            if (stopped && minute >= end) {
                return false;
            }
            for (var one : seen) {
                if (one.from <= minute && minute < one.until) {
                    return false;
                }
            }
            return true;
        }

        private void stay(int minute, Kind kind, Set<PauseReason> pausing) {
            var reasons = EnumSet.noneOf(PauseReason.class);
            if (kind == Kind.PAUSED) {
                waits.stream()
                        .filter(wait -> wait.from <= minute && minute < wait.until && pausing.contains(wait.reason))
                        .forEach(wait -> reasons.add(wait.reason));
            }
            var from = desk.instant(minute);
            if (!stays.isEmpty()) {
                var before = stays.get(stays.size() - 1);
                if (before.kind == kind && before.reasons.equals(reasons)) {
                    stays.remove(stays.size() - 1);
                    from = before.from;
                }
            }
            stays.add(new Stay(from, desk.instant(minute + 1), kind, reasons));
        }

        private List<Time> waits() {
            var found = new ArrayList<Time>();
            for (var pause : course.pauses()) {
                if (happened(pause.from())) {
                    var settled = pause.until() != null && (happened(pause.until()) || pause.endedBy() == null);
                    var until = settled ? desk.minute(pause.until()) : end;
                    found.add(new Time(desk.minute(pause.from()), until, pause.reason()));
                }
            }
            return found;
        }
    }
}
