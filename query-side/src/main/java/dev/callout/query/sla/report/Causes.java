package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaBreachCause;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaCourse;
import dev.callout.api.sla.SlaInterval;
import java.time.Duration;

/** Finds what broke a promise: that without which it would have been kept. */
final class Causes {

    private Causes() {}

    static SlaBreachCause of(ClockReading clock, SlaCourse course, Waits waits) {
        if (clock.missedByRetarget()) {
            return SlaBreachCause.RETARGET;
        }
        if (isEnough(clock, waits, PauseReason.PENDING_PARTS)) {
            return SlaBreachCause.PENDING_PARTS;
        }
        if (isEnough(clock, waits, PauseReason.PENDING_CUSTOMER)) {
            return SlaBreachCause.PENDING_CUSTOMER;
        }
        if (isEnough(clock, waits, PauseReason.CUSTOMER_DELAY)) {
            return SlaBreachCause.CUSTOMER_DELAY;
        }
        return isLateStart(clock, course) ? SlaBreachCause.LATE_START : SlaBreachCause.OTHER;
    }

    private static boolean isEnough(ClockReading clock, Waits waits, PauseReason reason) {
        var waited = waits.counted(reason);
        return !waited.isZero() && clock.used().minus(waited).compareTo(clock.target()) <= 0;
    }

    private static boolean isLateStart(ClockReading clock, SlaCourse course) {
        if (clock.clock() == SlaClock.RESPONSE || clock.cycle() > 1) {
            return clock.clock() == SlaClock.RESPONSE;
        }
        var silent = clock.intervals().stream()
                .filter(interval -> interval.kind() == SlaInterval.Kind.COUNTED)
                .map(interval -> until(course, interval))
                .reduce(Duration.ZERO, Duration::plus);
        return silent.multipliedBy(2).compareTo(clock.target()) > 0;
    }

    private static Duration until(SlaCourse course, SlaInterval interval) {
        var answered = course.respondedAt();
        var end = answered == null || answered.isAfter(interval.until()) ? interval.until() : answered;
        return end.isAfter(interval.from()) ? Duration.between(interval.from(), end) : Duration.ZERO;
    }
}
