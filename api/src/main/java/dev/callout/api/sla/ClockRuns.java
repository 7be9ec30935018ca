package dev.callout.api.sla;

import static dev.callout.api.sla.ClockRun.latest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the runs of a ticket's clocks: when each began, and when and how it stopped. */
final class ClockRuns {

    private final SlaCourse known;
    private final Promises promises;
    private final Instant moment;

    ClockRuns(SlaCourse known, Promises promises, Instant moment) {
        this.known = known;
        this.promises = promises;
        this.moment = moment;
    }

    List<ClockRun> all() {
        var runs = new ArrayList<ClockRun>();
        var answeredAt = answeredAt();
        runs.add(once(SlaClock.RESPONSE, startedAt(), answeredAt, answeredBy(answeredAt)));
        if (known.visitPromisedAt() != null) {
            var arrival = once(SlaClock.ARRIVAL, known.visitPromisedAt(), known.arrivedAt(), known.arrivedBy());
            if (!arrival.promisedAt().isAfter(arrival.end())) { // else nobody was waited for while it ran
                runs.add(arrival);
            }
        }
        for (var cycle = 0; cycle < known.cycles().size(); cycle++) {
            runs.add(resolution(cycle));
        }
        return runs;
    }

    /** Runs through all cycles until it is done or the last one has ended. */
    private ClockRun once(SlaClock clock, Instant promisedAt, Instant doneAt, SlaSwitch doneBy) {
        var cycles = known.cycles();
        var last = cycles.isEmpty() ? null : cycles.get(cycles.size() - 1);
        var over = last == null ? null : last.until();
        var done = doneAt != null && (over == null || !doneAt.isAfter(over));
        var overBy = last == null ? null : last.endedBy();
        return run(
                clock,
                1,
                startedAt(),
                startedBy(),
                promisedAt,
                done ? doneAt : over,
                done ? doneBy : overBy,
                startedAt(),
                done,
                cycles);
    }

    private Instant startedAt() {
        return promises.startAtFirstContact() ? known.firstContact().at() : known.startedAt();
    }

    private SlaSwitch startedBy() {
        return promises.startAtFirstContact() ? known.firstContact().by() : known.startedBy();
    }

    /** A solution is an answer, too. */
    private Instant answeredAt() {
        var answered = known.respondedAt();
        for (var cycle : known.cycles()) {
            if (cycle.end() == CycleEnd.RESOLVED
                    && (answered == null || cycle.until().isBefore(answered))) {
                answered = cycle.until();
            }
        }
        return answered;
    }

    private SlaSwitch answeredBy(Instant answeredAt) {
        if (answeredAt == null || answeredAt.equals(known.respondedAt())) {
            return known.respondedBy();
        }
        return known.cycles().stream()
                .filter(cycle -> answeredAt.equals(cycle.until()))
                .map(SlaCycle::endedBy)
                .findFirst()
                .orElse(null);
    }

    private ClockRun resolution(int index) {
        var cycle = known.cycles().get(index);
        var first = index;
        while (first > 0 && promises.continueAfter(known.cycles().get(first).from())) {
            first--;
        }
        var chain = known.cycles().subList(first, index + 1);
        var start = chain.get(0);
        var stop = cycle.until() == null ? null : latest(cycle.until(), cycle.from());
        var solved = cycle.end() == CycleEnd.RESOLVED;
        var startedAt = first == 0 ? startedAt() : start.from();
        return run(
                SlaClock.RESOLUTION,
                cycle.number(),
                startedAt,
                first == 0 ? startedBy() : start.startedBy(),
                startedAt,
                stop,
                cycle.endedBy(),
                cycle.from(),
                solved,
                chain);
    }

    private ClockRun run(
            SlaClock clock,
            int cycle,
            Instant startedAt,
            SlaSwitch startedBy,
            Instant promisedAt,
            Instant stop,
            SlaSwitch stoppedBy,
            Instant cycleFrom,
            boolean kept,
            List<SlaCycle> cycles) {
        var stoppedAt = stop == null ? null : latest(stop, startedAt); // what is said to be earlier took no time
        var end = stoppedAt == null ? moment : stoppedAt;
        var promised = latest(promisedAt, startedAt);
        return new ClockRun(
                clock,
                cycle,
                startedAt,
                startedBy,
                promised,
                stoppedAt,
                stoppedAt == null ? null : stoppedBy,
                cycleFrom,
                kept,
                end,
                rests(cycles));
    }

    private static List<Standstill> rests(List<SlaCycle> cycles) {
        var rests = new ArrayList<Standstill>();
        for (var next = 1; next < cycles.size(); next++) {
            var before = cycles.get(next - 1);
            var after = cycles.get(next);
            if (before.until() != null) {
                rests.add(new Standstill(null, before.until(), after.from(), before.endedBy(), after.startedBy()));
            }
        }
        return rests;
    }
}
