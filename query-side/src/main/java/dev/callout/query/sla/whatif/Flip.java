package dev.callout.query.sla.whatif;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A promise with another verdict; {@code before} or {@code after} is null where nothing was or would be promised. */
record Flip(ClockReading before, ClockReading after) {

    private record Key(SlaClock clock, int cycle) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var byClock = clock.compareTo(other.clock);
            return byClock == 0 ? Integer.compare(cycle, other.cycle) : byClock;
        }
    }

    static List<Flip> between(List<ClockReading> before, List<ClockReading> after) {
        var keys = new TreeSet<Key>();
        before.forEach(clock -> keys.add(key(clock)));
        after.forEach(clock -> keys.add(key(clock)));
        var flips = new ArrayList<Flip>();
        for (var key : keys) {
            var flip = new Flip(find(key, before), find(key, after));
            if (!Objects.equals(outcome(flip.before), outcome(flip.after))) {
                flips.add(flip);
            }
        }
        return flips;
    }

    /** Running or paused is no verdict yet, and so no other one. */
    private static SlaVerdict outcome(ClockReading clock) {
        if (clock == null) {
            return null;
        }
        return clock.verdict() == SlaVerdict.PAUSED ? SlaVerdict.RUNNING : clock.verdict();
    }

    private static ClockReading find(Key key, List<ClockReading> clocks) {
        return clocks.stream()
                .filter(clock -> key(clock).equals(key))
                .findFirst()
                .orElse(null);
    }

    private static Key key(ClockReading clock) {
        return new Key(clock.clock(), clock.cycle());
    }

    /** One that is there. */
    ClockReading either() {
        return before == null ? after : before;
    }
}
