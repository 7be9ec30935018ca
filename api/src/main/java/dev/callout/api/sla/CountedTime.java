package dev.callout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The time of a run that counts: open, and outside of everything that makes it stand still. */
final class CountedTime {

    /**
     * A time in which nothing but the calendar makes the clock stand still.
     *
     * @param until null of the last one
     * @param before what was counted before it
     */
    private record Stretch(Instant from, Instant until, Duration before) {}

    private final OpenTime time;
    private final List<Stretch> stretches = new ArrayList<>();

    /** @param standstills by their start */
    CountedTime(Instant startedAt, List<Standstill> standstills, OpenTime time) {
        this.time = time;
        var from = startedAt;
        var before = Duration.ZERO;
        for (var still : standstills) { // overlapping ones are one
            if (still.from().isAfter(from)) {
                stretches.add(new Stretch(from, still.from(), before));
                before = before.plus(time.between(from, still.from()));
            }
            from = ClockRun.latest(from, still.until());
        }
        stretches.add(new Stretch(from, null, before));
    }

    /** The first instant at which so much was counted. */
    Instant reaches(Duration counted) {
        var index = stretches.size() - 1;
        while (index > 0 && stretches.get(index).before().compareTo(counted) >= 0) {
            index--;
        }
        var stretch = stretches.get(index);
        return time.after(stretch.from(), counted.minus(stretch.before()));
    }

    Duration until(Instant end) {
        var index = stretches.size() - 1;
        while (index > 0 && stretches.get(index).from().isAfter(end)) {
            index--;
        }
        var stretch = stretches.get(index);
        if (stretch.from().isAfter(end)) {
            return Duration.ZERO; // it stood still from the start, and still does
        }
        var stop = stretch.until() == null || stretch.until().isAfter(end) ? end : stretch.until();
        return stretch.before().plus(time.between(stretch.from(), stop));
    }
}
