package dev.callout.query.sla.tracking;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaCertificate.Fact;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaInterval;
import dev.callout.api.sla.SlaTarget;
import dev.callout.api.sla.SlaVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in plain words what was promised, what happened, and what follows from it. */
final class Verdicts {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final SlaBook book;
    private final Chronicle chronicle;
    private final ZoneId zone;

    Verdicts(SlaBook book, Chronicle chronicle, ZoneId zone) {
        this.book = book;
        this.chronicle = chronicle;
        this.zone = zone;
    }

    String summary(List<ClockReading> clocks) {
        var turned = clocks.stream()
                .filter(clock -> clock.verdict() != SlaVerdict.MISSED && chronicle.breachOf(clock) != null)
                .map(Verdicts::name)
                .toList();
        return verdict(clocks)
                + (turned.isEmpty()
                        ? ""
                        : " A breach of " + Words.list(turned)
                                + " was recorded at the time; what was told later shows otherwise.");
    }

    private static String verdict(List<ClockReading> clocks) {
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
        return Standing.allMet(clocks) == null ? "No promise is broken so far." : "Every promise was kept.";
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
        var sentences = new ArrayList<String>();
        sentences.add(promise(clock));
        sentences.add(start(clock));
        sentences.add(account(clock));
        sentences.add(due(clock));
        sentences.add(verdict(clock));
        var breach = chronicle.breachOf(clock);
        if (breach != null) {
            recorded(clock, breach).ifPresent(sentences::add);
        }
        if (clock.dispute() != null) {
            sentences.add(disputed(clock));
        }
        return sentences;
    }

    private String promise(ClockReading clock) {
        var policy = book.policy(clock.policyId(), clock.policyVersion());
        return "%s within %s: policy \"%s\", version %d, priority %s%s.%s"
                .formatted(
                        switch (clock.clock()) {
                            case RESPONSE -> "A person was to answer";
                            case ARRIVAL -> "A technician was to be at the site";
                            case RESOLUTION -> "The problem was to be solved";
                        },
                        granted(clock.promised()),
                        policy.name(),
                        policy.version(),
                        clock.priority().name().toLowerCase(Locale.ROOT),
                        calendar(clock),
                        basis(clock));
    }

    /** Which of two counts, where plan and priority both give a target. */
    private static String basis(ClockReading clock) {
        return clock.outdone() == null
                ? ""
                : " That is what the %s gives; the %s gives %s, which would be due later."
                        .formatted(word(clock.promised()), word(clock.outdone()), granted(clock.outdone()));
    }

    private static String word(SlaTarget target) {
        return target.basis().name().toLowerCase(Locale.ROOT);
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

    private String start(ClockReading clock) {
        var by = clock.intervals().stream()
                .findFirst()
                .map(first -> chronicle.fact(first.switchedBy()))
                .map(fact -> ", by %s%s".formatted(Words.event(fact), onlyRecorded(fact)))
                .orElse("");
        return "The clock began on %s%s.".formatted(time(clock.startedAt()), by);
    }

    private String onlyRecorded(Fact fact) {
        return Chronicle.isLate(fact) ? ", recorded only on " + time(fact.recordedAt()) : "";
    }

    private String time(Instant instant) {
        return Words.time(instant, zone);
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

    private String due(ClockReading clock) {
        var due = time(clock.dueAt());
        if (clock.stoppedAt() == null) {
            return "It %s due on %s%s."
                    .formatted(
                            clock.verdict() == SlaVerdict.MISSED ? "was" : "is",
                            due,
                            clock.verdict() == SlaVerdict.MISSED ? "" : ", unless the clock stands still before");
        }
        var by = chronicle.endOf(clock);
        return "It was due on %s and ended on %s%s, %s."
                .formatted(
                        due,
                        time(clock.stoppedAt()),
                        by == null ? "" : ", by %s%s".formatted(Words.event(by), onlyRecorded(by)),
                        left(clock.remaining()));
    }

    private static String left(Duration remaining) {
        return remaining.isNegative()
                ? "after " + Words.duration(remaining) + " more than granted"
                : "with " + Words.duration(remaining) + " left";
    }

    private String verdict(ClockReading clock) {
        return switch (clock.verdict()) {
            case MET -> "The promise was kept.";
            case MISSED -> "The promise was broken on %s%s.".formatted(time(missedAt(clock)), by(clock));
            case RUNNING -> "The clock is running; nothing is decided yet.";
            case PAUSED -> "The clock is paused; nothing is decided yet.";
            case VOID -> "Nothing is promised any more, so there is nothing to keep or to break.";
        };
    }

    /** Whoever was told of a breach at the time must find it here, and why it is none or another one. */
    private Optional<String> recorded(ClockReading clock, Fact breach) {
        var shown = switch (clock.verdict()) {
            case MET -> "shows that it was kept";
            case RUNNING, PAUSED -> "shows that it is not broken";
            case VOID -> "shows that nothing was promised any more";
            case MISSED -> "shows that it was broken on " + time(missedAt(clock));
        };
        if (clock.verdict() == SlaVerdict.MISSED && isSame(breach.happenedAt(), missedAt(clock))) {
            return Chronicle.isLate(breach)
                    ? Optional.of("That was recorded on " + time(breach.recordedAt()) + ".")
                    : Optional.empty();
        }
        var later = chronicle.toldAfter(breach, clock).stream()
                .map(fact -> "%s on %s".formatted(Words.event(fact), time(fact.recordedAt())))
                .toList();
        return Optional.of("A breach was recorded on %s%s; what was told later%s, %s."
                .formatted(
                        time(breach.recordedAt()),
                        Chronicle.isLate(breach) ? ", as of " + time(breach.happenedAt()) : "",
                        later.isEmpty() ? "" : ", " + Words.list(later),
                        shown));
    }

    private String disputed(ClockReading clock) {
        var breach = clock.breach();
        var report = "A late report that was recorded on " + time(breach.disputedAt()) + " disputes the breach";
        return switch (breach.dispute()) {
            case PENDING -> report + "; the breach stands until a second person accepts it.";
            case ACCEPTED ->
                report + ". A second person accepted it on " + time(breach.decidedAt()) + ": the breach is excused.";
            case REJECTED ->
                report + ". A second person rejected it on " + time(breach.decidedAt()) + ": the breach stands.";
        };
    }

    private static boolean isSame(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(A_SECOND) < 0;
    }

    /** Terms may have become milder since; that heals nothing. */
    private static String by(ClockReading clock) {
        if (clock.missedByRetarget()) {
            return ", by a change of the terms";
        }
        return clock.dispute() == null && missedAt(clock).isBefore(clock.dueAt()) ? ", under the terms of then" : "";
    }

    private static Instant missedAt(ClockReading clock) {
        return clock.missedAt() == null ? clock.dueAt() : clock.missedAt();
    }
}
