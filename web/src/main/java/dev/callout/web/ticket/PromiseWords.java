package dev.callout.web.ticket;

import dev.callout.api.sla.PauseReason;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaTracking;
import dev.callout.api.sla.TargetUnit;
import dev.callout.web.frame.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in few words what a promise is about and how it stands. */
final class PromiseWords {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private PromiseWords() {}

    static String name(SlaTracking.Clock promise) {
        return switch (promise.clock()) {
            case RESPONSE -> "First response";
            case ARRIVAL -> "Arrival";
            case RESOLUTION -> promise.cycle() == 1 ? "Resolution" : "Resolution, round " + promise.cycle();
        };
    }

    /** In the unit of the policy, and where plan and priority both give a target, which of them counts. */
    static String granted(SlaTracking.Clock promise) {
        var promised = promise.promised();
        var granted = amount(promised);
        return promise.outdone() == null
                ? granted
                : "%s by the %s (%s by the %s)"
                        .formatted(granted, basis(promised), amount(promise.outdone()), basis(promise.outdone()));
    }

    /** Business days are not made into hours. */
    private static String amount(SlaTracking.Target target) {
        return target.unit() == TargetUnit.BUSINESS_DAYS
                ? target.amount() + (target.amount() == 1 ? " business day" : " business days")
                : Words.hours(Duration.ofMinutes(target.amount()));
    }

    private static String basis(SlaTracking.Target target) {
        return target.basis().name().toLowerCase(Locale.ROOT);
    }

    /** By the clock on the wall: whoever reads "in 2 h" looks there, whatever of it is business time. */
    static String standing(SlaTracking.Clock promise, Instant now) {
        return switch (promise.verdict()) {
            case RUNNING -> "in " + time(now, promise.dueAt());
            case PAUSED -> "paused";
            case MET -> "kept";
            case MISSED -> isLate(promise, now) ? time(promise.dueAt(), now) + " late" : "broken";
            case VOID -> "nothing promised";
        };
    }

    /** Not where milder terms came too late: that it is broken stays, although it would be due later. */
    private static boolean isLate(SlaTracking.Clock promise, Instant now) {
        return promise.actualAt() == null && promise.dueAt().isBefore(now);
    }

    private static String time(Instant from, Instant until) {
        var time = Duration.between(from, until);
        return Words.of(time.compareTo(MINUTE) < 0 ? MINUTE : time);
    }

    /** What it will wait for when the calendar opens; nothing where that is nothing, or stops it already. */
    static String waitingToo(SlaTracking.Clock promise) {
        if (promise.standstill().kind() == SlaInterval.Kind.PAUSED) {
            return "";
        }
        return promise.pausedBy().stream().sorted().map(PromiseWords::reason).collect(Collectors.joining());
    }

    private static String reason(PauseReason reason) {
        return switch (reason) {
            case PENDING_CUSTOMER -> "; waits for the customer, too";
            case PENDING_PARTS -> "; waits for parts, too";
            case CUSTOMER_DELAY -> "; waits for the date agreed with the customer, too";
        };
    }

    /** How a color is called in the style sheet. */
    static String color(SlaTracking.Clock promise) {
        return promise.color().name().toLowerCase(Locale.ROOT);
    }

    /** Whose wall clock the promise goes by; null where day and night count. */
    static String zone(SlaTracking.Clock promise) {
        return promise.calendar() == null ? null : promise.calendar().zone();
    }
}
