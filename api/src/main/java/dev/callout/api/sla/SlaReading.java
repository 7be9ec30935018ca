package dev.callout.api.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How all clocks of a ticket stand at a moment. Clocks for which nothing is promised are not there; of the resolution
 * there is one for each cycle.
 */
public record SlaReading(Instant moment, List<ClockReading> clocks) {

    public Optional<ClockReading> clock(SlaClock clock, int cycle) {
        return clocks.stream()
                .filter(reading -> reading.clock() == clock && reading.cycle() == cycle)
                .findFirst();
    }

    /** The next moment at which a clock passes a threshold if nothing happens before; none while it waits for somebody. */
    public Optional<Instant> next() {
        return clocks.stream()
                .filter(reading -> reading.stoppedAt() == null && !reading.waits())
                .flatMap(reading -> reading.thresholds().stream())
                .map(SlaThreshold::at)
                .filter(at -> at.isAfter(moment))
                .min(Instant::compareTo);
    }
}
