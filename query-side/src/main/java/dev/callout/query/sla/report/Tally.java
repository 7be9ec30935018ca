package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.CycleEnd;
import dev.callout.api.sla.SlaAmount;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaColor;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaRate;
import dev.callout.api.sla.SlaReportLine;
import dev.callout.api.sla.SlaVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up what promises came to, for one line of a report. */
final class Tally {

    private final Map<SlaClock, ClockTally> clocks = new EnumMap<>(SlaClock.class);
    private final Map<String, Long> penalties = new TreeMap<>();
    private final Kept all = new Kept();
    private final Kept firstCycle = new Kept();
    private final Kept allCycles = new Kept();
    private long tickets;
    private long reopened;
    private long atRisk;
    private Duration effort = Duration.ZERO;

    /** Tickets of which each counts once. */
    private static final class Kept {
        private long met;
        private long missed;

        /** One broken promise is enough; what is still open is neither. */
        void add(List<ClockReading> clocks) {
            if (any(clocks, SlaVerdict.MISSED)) {
                missed++;
            } else if (any(clocks, SlaVerdict.MET)
                    && !any(clocks, SlaVerdict.RUNNING)
                    && !any(clocks, SlaVerdict.PAUSED)) {
                met++;
            }
        }

        private static boolean any(List<ClockReading> clocks, SlaVerdict verdict) {
            return clocks.stream().anyMatch(clock -> clock.verdict() == verdict);
        }

        SlaRate rate() {
            return SlaRate.of(met, missed);
        }
    }

    /** A whole ticket. */
    void add(Read read) {
        if (read.clocks().isEmpty()) {
            return;
        }
        add(read, read.clocks());
        reopened += read.ticket().cycle() - 1;
        read.penalties().forEach((currency, amount) -> penalties.merge(currency, amount, Long::sum));
    }

    /** Of a ticket some of its clocks. */
    void add(Read read, List<ClockReading> some) {
        var resolutions = some.stream()
                .filter(clock -> clock.clock() == SlaClock.RESOLUTION)
                .toList();
        tickets++;
        all.add(some);
        firstCycle.add(resolutions.stream().filter(clock -> clock.cycle() == 1).toList());
        allCycles.add(resolutions);
        for (var clock : some) {
            clocks.computeIfAbsent(clock.clock(), kind -> new ClockTally()).add(clock);
            atRisk += isAtRisk(clock) ? 1 : 0;
        }
        for (var clock : resolutions) {
            effort = effort.plus(effort(clock, read.course()));
        }
    }

    void reopened() {
        reopened++;
    }

    private static boolean isAtRisk(ClockReading clock) {
        return clock.stoppedAt() == null && clock.color() == SlaColor.YELLOW;
    }

    /** The counted time of a cycle that was solved. A clock that continues counts that of earlier ones, too: not twice. */
    private static Duration effort(ClockReading clock, SlaCourse course) {
        return course.cycles().stream()
                .filter(cycle -> cycle.number() == clock.cycle() && cycle.end() == CycleEnd.RESOLVED)
                .findFirst()
                .map(cycle -> clock.intervals().stream()
                        .filter(interval -> interval.kind() == SlaInterval.Kind.COUNTED)
                        .map(interval -> since(cycle.from(), interval))
                        .reduce(Duration.ZERO, Duration::plus))
                .orElse(Duration.ZERO);
    }

    private static Duration since(Instant start, SlaInterval interval) {
        var from = interval.from().isBefore(start) ? start : interval.from();
        return from.isBefore(interval.until()) ? Duration.between(from, interval.until()) : Duration.ZERO;
    }

    /** The less, the sooner somebody should look. */
    double kept() {
        var rate = all.rate();
        return rate.percent() == null ? 101 : rate.percent().doubleValue();
    }

    long tickets() {
        return tickets;
    }

    SlaReportLine line(String key, String name) {
        return new SlaReportLine(
                key,
                name,
                tickets,
                all.rate(),
                Arrays.stream(SlaClock.values())
                        .map(clock ->
                                clocks.getOrDefault(clock, new ClockTally()).share(clock))
                        .toList(),
                firstCycle.rate(),
                allCycles.rate(),
                effort,
                reopened,
                atRisk,
                penalties.entrySet().stream()
                        .map(owed -> SlaAmount.ofMinor(owed.getValue(), owed.getKey()))
                        .toList());
    }
}
