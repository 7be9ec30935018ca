package dev.callout.benchmarks.report;

import static dev.callout.benchmarks.report.Words.number;
import static dev.callout.benchmarks.report.Words.text;

import dev.callout.benchmarks.load.Comparison;
import dev.callout.benchmarks.store.Stream.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a run has measured, as tables. */
final class Tables {

    private Tables() {}

    static List<Table> of(Run run) {
        var tables = new ArrayList<Table>();
        if (!run.goals().isEmpty()) {
            tables.add(goals(run.goals()));
        }
        run.levels().forEach(level -> {
            tables.add(speeds(level));
            tables.add(costs(level));
            if (!level.lags().isEmpty()) {
                tables.add(lags(level));
            }
        });
        if (run.levels().stream().anyMatch(level -> !level.bytesPerTicket().isEmpty())) {
            tables.add(sizes(run.levels()));
        }
        if (!run.rebuilds().isEmpty()) {
            tables.add(rebuilds(run.rebuilds()));
        }
        return tables;
    }

    private static Table goals(List<Goal> goals) {
        return new Table(
                "Goals",
                List.of("Goal", "wanted", "measured", ""),
                goals.stream()
                        .map(goal -> List.of(
                                goal.what(), goal.wanted(), goal.measured(), goal.reached() ? "reached" : "**missed**"))
                        .toList());
    }

    private static Table speeds(Level level) {
        return new Table(
                text("Beside the floor, %,d tickets", level.tickets()),
                List.of(
                        "What",
                        "clients",
                        "of the floor",
                        "least to most",
                        "per second",
                        "floor per second",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "floor p99 ms"),
                level.comparisons().stream().map(Tables::speed).toList());
    }

    private static List<String> speed(Comparison comparison) {
        var product = comparison.product();
        var floor = comparison.floor();
        return List.of(
                comparison.what(),
                text("%d", comparison.clients()),
                number(comparison.ratio().middle()),
                number(comparison.ratio().least()) + " to "
                        + number(comparison.ratio().most()),
                number(product.perSecond()),
                number(floor.perSecond()),
                number(product.p50()),
                number(product.p95()),
                number(product.p99()),
                number(floor.p99()));
    }

    private static Table costs(Level level) {
        return new Table(
                text("Processor time of one, in µs, %,d tickets", level.tickets()),
                List.of("What", "clients", "JVM", "PostgreSQL", "client", "floor: PostgreSQL", "floor: client"),
                level.comparisons().stream()
                        .map(comparison -> {
                            var product = comparison.product().each();
                            var floor = comparison.floor().each();
                            return Stream.concat(
                                            Stream.of(comparison.what()),
                                            Stream.of(
                                                            (long) comparison.clients(),
                                                            product.jvm(),
                                                            product.postgres(),
                                                            product.client(),
                                                            floor.postgres(),
                                                            floor.client())
                                                    .map(value -> text("%,d", value)))
                                    .toList();
                        })
                        .toList());
    }

    private static Table lags(Level level) {
        return new Table(
                text("How far views are behind while 8 clients create, %,d tickets", level.tickets()),
                List.of("See it in", "created per second", "looks", "p50 ms", "p95 ms", "p99 ms"),
                level.lags().stream()
                        .map(lag -> List.of(
                                lag.view() + (lag.share() == 1 ? "" : ", half as fast"),
                                number(lag.createdPerSecond()),
                                text("%,d", lag.figure().times()),
                                number(lag.figure().p50()),
                                number(lag.figure().p95()),
                                number(lag.figure().p99())))
                        .toList());
    }

    private static Table sizes(List<Level> levels) {
        var parts = levels.stream()
                .flatMap(level -> level.bytesPerTicket().keySet().stream())
                .distinct()
                .toList();
        var head = new ArrayList<>(List.of("Tickets", "events each"));
        parts.forEach(part -> head.add(part + ", bytes each"));
        return new Table(
                "Room on disk",
                head,
                levels.stream()
                        .filter(level -> !level.bytesPerTicket().isEmpty())
                        .map(level -> Stream.concat(
                                        Stream.of(
                                                text("%,d", level.tickets()),
                                                number((double) level.events() / level.tickets())),
                                        parts.stream()
                                                .map(part -> text(
                                                        "%,d",
                                                        level.bytesPerTicket().getOrDefault(part, 0L))))
                                .toList())
                        .toList());
    }

    private static Table rebuilds(List<Rebuilt> rebuilds) {
        var head = new ArrayList<>(List.of("Events per second"));
        rebuilds.forEach(rebuilt -> head.add(text("of %,d", rebuilt.events())));
        var rows = new ArrayList<List<String>>();
        rows.add(row("floor: read by plain JDBC", rebuilds, Rebuilt::read));
        rows.add(row("floor: copied into a table", rebuilds, Rebuilt::copied));
        rows.add(row("all views at the same time", rebuilds, Rebuilt::together));
        rows.add(row("all living views, catching up", rebuilds, Rebuilt::caughtUp));
        for (var view : rebuilds.get(0).views()) {
            rows.add(row(
                    view.name(),
                    rebuilds,
                    rebuilt -> rebuilt.views().stream()
                            .filter(other -> other.name().equals(view.name()))
                            .findFirst()
                            .orElseThrow()
                            .pass()));
        }
        return new Table("Views computed anew", head, rows);
    }

    /** What to take of a rebuild. */
    private interface Part {

        Pass of(Rebuilt rebuilt);
    }

    private static List<String> row(String what, List<Rebuilt> rebuilds, Part part) {
        return Stream.concat(
                        Stream.of(what),
                        rebuilds.stream().map(rebuilt -> number(part.of(rebuilt).perSecond())))
                .toList();
    }
}
