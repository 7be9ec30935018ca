package dev.callout.api.sla;

import java.time.Instant;

/** Reads the clocks of a ticket. The same everywhere: where it is decided, shown, certified and replayed. */
public final class SlaCalculation {

    private SlaCalculation() {}

    /** How the clocks stand at a moment that is not before the ticket; what happened later does not count. */
    public static SlaReading read(SlaCourse course, SlaBook book, Instant moment) {
        throw new UnsupportedOperationException("not written yet");
    }
}
