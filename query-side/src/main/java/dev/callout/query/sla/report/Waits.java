package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaBreachPage.Waiting;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaPause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was waited for in the counted time of a clock: waiting that pauses the clock is none of it. Where several things
 * were waited for at once, parts go before the customer's answer, and both before a delay.
 */
final class Waits {

    private static final List<PauseReason> FIRST_TO_BLAME =
            List.of(PauseReason.PENDING_PARTS, PauseReason.PENDING_CUSTOMER, PauseReason.CUSTOMER_DELAY);

    private final Map<PauseReason, Duration> counted = new EnumMap<>(PauseReason.class);
    private final Map<PauseReason, Duration> overtime = new EnumMap<>(PauseReason.class);
    private Duration allCounted = Duration.ZERO;
    private Duration allOvertime = Duration.ZERO;

    static Waits of(ClockReading clock, List<SlaPause> pauses) {
        var waits = new Waits();
        clock.intervals().stream()
                .filter(interval -> interval.kind() == SlaInterval.Kind.COUNTED)
                .forEach(interval -> waits.add(interval, clock.missedAt(), pauses));
        return waits;
    }

    /** Cut wherever something begins or ends, so that each piece is one thing throughout. */
    private void add(SlaInterval interval, Instant missedAt, List<SlaPause> pauses) {
        var cuts = Stream.concat(
                        Stream.of(interval.from(), interval.until()),
                        Stream.concat(
                                Stream.ofNullable(missedAt),
                                pauses.stream().flatMap(pause -> Stream.of(pause.from(), end(pause)))))
                .filter(cut -> !cut.isBefore(interval.from()) && !cut.isAfter(interval.until()))
                .distinct()
                .sorted()
                .toList();
        for (var i = 1; i < cuts.size(); i++) {
            var from = cuts.get(i - 1);
            add(
                    reason(from, pauses),
                    Duration.between(from, cuts.get(i)),
                    missedAt != null && !from.isBefore(missedAt));
        }
    }

    private void add(PauseReason reason, Duration time, boolean late) {
        allCounted = allCounted.plus(time);
        allOvertime = late ? allOvertime.plus(time) : allOvertime;
        if (reason != null) {
            counted.merge(reason, time, Duration::plus);
            overtime.merge(reason, late ? time : Duration.ZERO, Duration::plus);
        }
    }

    private static PauseReason reason(Instant at, List<SlaPause> pauses) {
        return FIRST_TO_BLAME.stream()
                .filter(reason -> pauses.stream()
                        .anyMatch(pause ->
                                pause.reason() == reason && !at.isBefore(pause.from()) && at.isBefore(end(pause))))
                .findFirst()
                .orElse(null);
    }

    private static Instant end(SlaPause pause) {
        return pause.until() == null ? Instant.MAX : pause.until();
    }

    void add(Waits more) {
        more.counted.forEach((reason, time) -> counted.merge(reason, time, Duration::plus));
        more.overtime.forEach((reason, time) -> overtime.merge(reason, time, Duration::plus));
        allCounted = allCounted.plus(more.allCounted);
        allOvertime = allOvertime.plus(more.allOvertime);
    }

    Duration counted(PauseReason reason) {
        return counted.getOrDefault(reason, Duration.ZERO);
    }

    Duration overtime() {
        return allOvertime;
    }

    /** Every reason there was, and last the time in which nothing was waited for: together all of the time. */
    List<Waiting> list() {
        var list = new ArrayList<Waiting>();
        var restCounted = allCounted;
        var restOvertime = allOvertime;
        for (var reason : counted.keySet()) {
            list.add(new Waiting(reason, counted.get(reason), overtime.get(reason)));
            restCounted = restCounted.minus(counted.get(reason));
            restOvertime = restOvertime.minus(overtime.get(reason));
        }
        list.add(new Waiting(null, restCounted, restOvertime));
        return list;
    }
}
