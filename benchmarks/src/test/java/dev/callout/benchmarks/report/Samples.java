package dev.callout.benchmarks.report;

import dev.callout.benchmarks.load.Comparison;
import dev.callout.benchmarks.load.Figure;
import dev.callout.benchmarks.load.Ratio;
import dev.callout.benchmarks.load.Work;
import dev.callout.benchmarks.product.Memory;
import dev.callout.benchmarks.store.Stream.Pass;
import java.util.List;
import java.util.Map;

/** Figures that were never measured, for tests of what is made of them. */
final class Samples {

    private Samples() {}

    static Comparison comparison(String what, int clients, double perSecond, double floorPerSecond) {
        var ratio = perSecond / floorPerSecond;
        return new Comparison(
                what,
                "the floor",
                clients,
                figure(perSecond, 4),
                figure(floorPerSecond, 1),
                new Ratio(ratio, ratio, ratio));
    }

    static Figure figure(double perSecond, double p99) {
        return new Figure(1_000, perSecond, p99 / 4, p99 / 2, p99, 2 * p99, new Work(20, 300, 100));
    }

    static Level level(long tickets, List<Comparison> comparisons, double lagP99) {
        return new Level(
                tickets,
                4 * tickets,
                comparisons,
                List.of(
                        new LagReading("the board", 1, 1_000, figure(10, 2 * lagP99)),
                        new LagReading("the board", 0.5, 500, figure(10, lagP99))),
                new Memory(650, 200),
                7.5,
                Map.of("events", 4_096L));
    }

    static Rebuilt rebuilt(long events, double seconds) {
        return new Rebuilt(
                events,
                new Pass(events, seconds / 20),
                new Pass(events, seconds / 10),
                new Pass(events, seconds * 2),
                List.of(new Rebuilt.View("projection-ticket-board", new Pass(events, seconds / 4))),
                new Pass(events, seconds));
    }

    static Run run(List<Level> levels, List<Rebuilt> rebuilds) {
        return new Run(Map.of("Command", "`./callout bench`", "Machine", "2 <processors> & more"), levels, rebuilds);
    }
}
