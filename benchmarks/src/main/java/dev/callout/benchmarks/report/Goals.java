package dev.callout.benchmarks.report;

import static dev.callout.benchmarks.report.Words.text;

import dev.callout.benchmarks.load.Comparison;
import dev.callout.benchmarks.report.Rebuilt.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds a run against what we want of the product on two processors; says nothing of what the run did not measure. */
final class Goals {

    private static final double CREATED_PER_SECOND = 1_800;
    private static final double CREATED_OF_THE_FLOOR = 0.3;
    private static final double READ_PER_SECOND = 4_000;
    private static final double PAGES_PER_SECOND = 1_000;
    private static final double NO_LOSS = 0.95; // less is the noise of two slices
    private static final double LAG_MILLIS = 250;
    private static final double START_SECONDS = 8;
    private static final long JVM_MEGABYTES = 700;
    private static final double BOARD_EVENTS_PER_SECOND = 30_000;
    private static final double ALL_EVENTS_PER_SECOND = 10_000;
    private static final double LINEAR = 1.1;

    private final List<Goal> goals = new ArrayList<>();

    private Goals() {}

    static List<Goal> of(Run run) {
        var goals = new Goals();
        run.levels().forEach(goals::creating);
        run.levels().forEach(goals::falling);
        run.levels().forEach(goals::seeing);
        last(run.levels()).ifPresent(goals::fullStore);
        last(run.rebuilds()).ifPresent(goals::rebuilding);
        if (run.rebuilds().size() > 1) {
            goals.growing(run.rebuilds());
        }
        return List.copyOf(goals.goals);
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    private void creating(Level level) {
        for (var clients : List.of(8, 32)) {
            level.find(OperationNames.CREATE, clients).ifPresent(found -> {
                var share = CREATED_OF_THE_FLOOR * found.floor().perSecond();
                var wanted = Math.max(CREATED_PER_SECOND, share);
                atLeast(
                        "create, " + clients + " clients, " + tickets(level),
                        wanted,
                        found.product().perSecond());
            });
        }
    }

    private void falling(Level level) {
        level.comparisons().stream()
                .filter(comparison -> comparison.clients() == 32)
                .flatMap(many -> level.find(many.what(), 8).stream().map(few -> compare(few, many)))
                .min(Comparator.comparingDouble(Fall::share))
                .ifPresent(worst -> add(
                        "no figure falls from 8 to 32 clients, " + tickets(level),
                        text("at least %.2f of it", NO_LOSS),
                        text("%.2f (%s)", worst.share(), worst.what()),
                        worst.share() >= NO_LOSS));
    }

    /** What is left of an operation's speed with more clients. */
    private record Fall(String what, double share) {}

    private static Fall compare(Comparison few, Comparison many) {
        return new Fall(few.what(), many.product().perSecond() / few.product().perSecond());
    }

    private void seeing(Level level) {
        level.lags().stream()
                .filter(lag -> lag.share() == 0.5)
                .forEach(lag -> atMost(
                        "see it in " + lag.view() + " at half the top rate, p99, " + tickets(level),
                        LAG_MILLIS,
                        lag.figure().p99(),
                        "ms"));
    }

    private void fullStore(Level level) {
        level.find(OperationNames.READ, 8)
                .ifPresent(found -> atLeast(
                        "read one, 8 clients, " + tickets(level),
                        READ_PER_SECOND,
                        found.product().perSecond()));
        level.find(OperationNames.BOARD, 8).ifPresent(found -> {
            atLeast(
                    "a board page, 8 clients, " + tickets(level),
                    PAGES_PER_SECOND,
                    found.product().perSecond());
            level.find(OperationNames.NOTHING, 8).ifPresent(nothing -> {
                var share = found.product().perSecond()
                        * (1 / found.floor().perSecond() + 1 / nothing.product().perSecond());
                add(
                        "a board page beside plain SQL and an endpoint that does nothing, 8 clients",
                        "at most twice their time",
                        text("%.1f times", 1 / share),
                        share >= 0.5);
            });
        });
        atMost("start on " + tickets(level), START_SECONDS, level.startSeconds(), "s");
        atMost(
                "resident memory of the JVM under load",
                JVM_MEGABYTES,
                level.memory().jvm(),
                "MB");
    }

    private void rebuilding(Rebuilt rebuilt) {
        rebuilt.views().stream()
                .filter(view -> view.name().endsWith("ticket-board"))
                .map(View::pass)
                .forEach(pass -> atLeast("compute the board anew", BOARD_EVENTS_PER_SECOND, pass.perSecond()));
        atLeast(
                "compute all views anew at the same time",
                ALL_EVENTS_PER_SECOND,
                rebuilt.together().perSecond());
    }

    private void growing(List<Rebuilt> rebuilds) {
        var exponent = Growth.exponent(rebuilds);
        add(
                "computing all views grows in line with the events",
                text("exponent at most %.1f", LINEAR),
                text("%.2f", exponent),
                exponent <= LINEAR);
    }

    private static String tickets(Level level) {
        return text("%,d tickets", level.tickets());
    }

    private void atLeast(String what, double wanted, double measured) {
        add(what, text("%,.0f per second", wanted), text("%,.0f per second", measured), measured >= wanted);
    }

    private void atMost(String what, double wanted, double measured, String unit) {
        add(what, text("at most %,.0f %s", wanted, unit), text("%,.1f %s", measured, unit), measured <= wanted);
    }

    private void add(String what, String wanted, String measured, boolean reached) {
        goals.add(new Goal(what, wanted, measured, reached));
    }
}
