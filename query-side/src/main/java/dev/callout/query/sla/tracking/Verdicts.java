package dev.callout.query.sla.tracking;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SlaVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Says in plain words what was promised, what happened, and what follows from it. */
final class Verdicts {

    private final SlaBook book;

    Verdicts(SlaBook book) {
        this.book = book;
    }

    static String summary(List<ClockReading> clocks, Boolean allMet) {
        if (clocks.isEmpty()) {
            return "Nothing was promised for this ticket.";
        }
        var missed = clocks.stream()
                .filter(clock -> clock.verdict() == SlaVerdict.MISSED)
                .map(Verdicts::name)
                .toList();
        if (!missed.isEmpty()) {
            return "Not every promise was kept: " + Words.list(missed) + (missed.size() == 1 ? " was" : " were")
                    + " missed.";
        }
        return allMet == null ? "No promise is broken so far." : "Every promise was kept.";
    }

    /** The first response, the resolution of cycle 2. */
    static String name(ClockReading clock) {
        return name(clock.clock(), clock.cycle());
    }

    static String name(SlaClock clock, int cycle) {
        return switch (clock) {
            case RESPONSE -> "the first response";
            case ARRIVAL -> "the arrival at the site";
            case RESOLUTION -> cycle == 1 ? "the resolution" : "the resolution of cycle " + cycle;
        };
    }

    List<String> sentences(ClockReading clock) {
        var zone = zone(clock);
        var sentences = new ArrayList<String>();
        sentences.add(promise(clock));
        sentences.add(start(clock, zone));
        sentences.add(account(clock));
        sentences.add(due(clock, zone));
        sentences.add(verdict(clock, zone));
        return sentences;
    }

    ZoneId zone(ClockReading clock) {
        return clock.calendar() == null
                ? ZoneOffset.UTC
                : book.calendar(clock.calendar().calendarId(), clock.calendar().version())
                        .zone();
    }

    private String promise(ClockReading clock) {
        var policy = book.policy(clock.policyId(), clock.policyVersion());
        var granted = policy.target(clock.clock(), clock.priority())
                .map(Verdicts::granted)
                .orElse(Words.duration(clock.target()));
        return "%s within %s: policy \"%s\", version %d, priority %s%s."
                .formatted(
                        switch (clock.clock()) {
                            case RESPONSE -> "A person was to answer";
                            case ARRIVAL -> "A technician was to be at the site";
                            case RESOLUTION -> "The problem was to be solved";
                        },
                        granted,
                        policy.name(),
                        policy.version(),
                        clock.priority().name().toLowerCase(Locale.ROOT),
                        calendar(clock));
    }

    private static String granted(SlaTarget target) {
        return switch (target.unit()) {
            case MINUTES -> Words.duration(Duration.ofMinutes(target.amount())) + " by day and night";
            case BUSINESS_MINUTES -> Words.duration(Duration.ofMinutes(target.amount())) + " of business time";
            case BUSINESS_DAYS -> target.amount() + (target.amount() == 1 ? " business day" : " business days");
        };
    }

    private String calendar(ClockReading clock) {
        if (clock.calendar() == null) {
            return "";
        }
        var calendar =
                book.calendar(clock.calendar().calendarId(), clock.calendar().version());
        return ", calendar \"%s\", version %d (%s)".formatted(calendar.name(), calendar.version(), calendar.zone());
    }

    private static String start(ClockReading clock, ZoneId zone) {
        var by = clock.intervals().stream()
                .limit(1)
                .map(SlaInterval::switchedBy)
                .filter(event -> event != null)
                .map(event -> " with the event %s (%d)".formatted(event.event(), event.version()))
                .findFirst()
                .orElse("");
        return "The clock began on %s%s.".formatted(Words.time(clock.startedAt(), zone), by);
    }

    private static String account(ClockReading clock) {
        var not = new LinkedHashMap<String, Duration>();
        clock.intervals().stream()
                .filter(interval -> interval.kind() != SlaInterval.Kind.COUNTED)
                .forEach(interval -> not.merge(
                        Words.what(interval), Duration.between(interval.from(), interval.until()), Duration::plus));
        var counted = "%s counted".formatted(Words.duration(clock.used()));
        if (not.isEmpty()) {
            return "Since then %s, without a break.".formatted(counted);
        }
        return "Since then %s. Not counted: %s."
                .formatted(
                        counted,
                        Words.list(not.entrySet().stream()
                                .map(entry -> Words.duration(entry.getValue()) + " " + entry.getKey())
                                .toList()));
    }

    private static String due(ClockReading clock, ZoneId zone) {
        var due = Words.time(clock.dueAt(), zone);
        if (clock.stoppedAt() == null) {
            return "It %s due on %s%s."
                    .formatted(
                            clock.verdict() == SlaVerdict.MISSED ? "was" : "is",
                            due,
                            clock.verdict() == SlaVerdict.MISSED ? "" : ", unless the clock stands still before");
        }
        return "It was due on %s and ended on %s, %s."
                .formatted(due, Words.time(clock.stoppedAt(), zone), left(clock.remaining()));
    }

    private static String left(Duration remaining) {
        return remaining.isNegative()
                ? "after " + Words.duration(remaining) + " more than granted"
                : "with " + Words.duration(remaining) + " left";
    }

    private static String verdict(ClockReading clock, ZoneId zone) {
        return switch (clock.verdict()) {
            case MET -> "The promise was kept.";
            case MISSED -> "The promise was broken on %s%s.".formatted(Words.time(missedAt(clock), zone), by(clock));
            case RUNNING -> "The clock is running; nothing is decided yet.";
            case PAUSED -> "The clock is paused; nothing is decided yet.";
            case VOID -> "Nothing is promised any more, so there is nothing to keep or to break.";
        };
    }

    /** Terms may have become milder since; that heals nothing. */
    private static String by(ClockReading clock) {
        if (clock.missedByRetarget()) {
            return ", by a change of the terms";
        }
        return missedAt(clock).isBefore(clock.dueAt()) ? ", under the terms of then" : "";
    }

    private static Instant missedAt(ClockReading clock) {
        return clock.missedAt() == null ? clock.dueAt() : clock.missedAt();
    }
}
