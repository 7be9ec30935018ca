package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBreachCause;
import dev.callout.api.sla.SlaCourse;

/** A broken promise with what broke it. */
record BrokenClock(ClockReading reading, Waits waits, SlaBreachCause cause) {

    static BrokenClock of(ClockReading reading, SlaCourse course) {
        var waits = Waits.of(reading, course.pauses());
        return new BrokenClock(reading, waits, Causes.of(reading, course, waits));
    }
}
