package dev.callout.benchmarks.report;

import static dev.callout.benchmarks.report.Words.text;

import dev.callout.benchmarks.load.Comparison;
import dev.callout.benchmarks.report.Bars.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What of a run is easier seen than read. */
final class Charts {

    private Charts() {}

    static List<Bars> of(Run run) {
        var charts = new ArrayList<Bars>();
        for (var level : run.levels()) {
            var tickets = text(", %,d tickets", level.tickets());
            charts.add(byClients(
                    "Share of the floor" + tickets,
                    "longer is better; 1 is as fast as PostgreSQL alone",
                    level,
                    comparison -> comparison.ratio().middle()));
            charts.add(byClients(
                    "Per second" + tickets,
                    "longer is better; none should shrink with more clients",
                    level,
                    comparison -> comparison.product().perSecond()));
            charts.add(times(level, tickets));
            charts.add(costs(level, tickets));
            if (!level.lags().isEmpty()) {
                charts.add(lags(level, tickets));
            }
        }
        if (!run.rebuilds().isEmpty()) {
            charts.add(rebuilds(run.rebuilds()));
            charts.add(growth(run.rebuilds()));
        }
        return charts;
    }

    private static Bars byClients(String title, String note, Level level, ToDoubleFunction<Comparison> value) {
        var clients =
                level.comparisons().stream().map(Comparison::clients).distinct().toList();
        var rows = level.comparisons().stream()
                .map(Comparison::what)
                .distinct()
                .map(what -> new Row(
                        what,
                        clients.stream()
                                .map(count -> value.applyAsDouble(
                                        level.find(what, count).orElseThrow()))
                                .toList()))
                .toList();
        return new Bars(title, note, clients.stream().map(Charts::clients).toList(), false, rows);
    }

    private static Bars times(Level level, String tickets) {
        return new Bars(
                "How long one takes, in ms" + tickets,
                "shorter is better",
                List.of("p50", "p95", "p99"),
                false,
                level.comparisons().stream()
                        .map(comparison -> new Row(
                                label(comparison),
                                List.of(
                                        comparison.product().p50(),
                                        comparison.product().p95(),
                                        comparison.product().p99())))
                        .toList());
    }

    private static Bars costs(Level level, String tickets) {
        return new Bars(
                "Processor time of one, in µs" + tickets,
                "shorter is better; the views' share included",
                List.of("JVM", "PostgreSQL", "load client"),
                true,
                level.comparisons().stream()
                        .map(comparison -> {
                            var each = comparison.product().each();
                            return new Row(
                                    label(comparison),
                                    Stream.of(each.jvm(), each.postgres(), each.client())
                                            .map(Long::doubleValue)
                                            .toList());
                        })
                        .toList());
    }

    private static Bars lags(Level level, String tickets) {
        return new Bars(
                "How far views are behind, in ms" + tickets,
                "shorter is better",
                List.of("p50", "p95", "p99"),
                false,
                level.lags().stream()
                        .map(lag -> new Row(
                                lag.view() + (lag.share() == 1 ? "" : ", half rate"),
                                List.of(
                                        lag.figure().p50(),
                                        lag.figure().p95(),
                                        lag.figure().p99())))
                        .toList());
    }

    private static Bars rebuilds(List<Rebuilt> rebuilds) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                "all at the same time",
                each(rebuilds, rebuilt -> rebuilt.together().perSecond())));
        for (var i = 0; i < rebuilds.get(0).views().size(); i++) {
            var at = i;
            rows.add(new Row(
                    rebuilds.get(0).views().get(at).name().replace("projection-", ""),
                    each(rebuilds, rebuilt -> rebuilt.views().get(at).pass().perSecond())));
        }
        return new Bars("Events per second into each view", "longer is better", sizes(rebuilds), false, rows);
    }

    private static Bars growth(List<Rebuilt> rebuilds) {
        return new Bars(
                "Microseconds for one event",
                "equally long for few and for many events is growth in line with them",
                sizes(rebuilds),
                false,
                List.of(
                        new Row(
                                "all views together",
                                each(
                                        rebuilds,
                                        rebuilt -> 1e6 / rebuilt.together().perSecond())),
                        new Row(
                                "floor: read",
                                each(rebuilds, rebuilt -> 1e6 / rebuilt.read().perSecond())),
                        new Row(
                                "floor: copied",
                                each(rebuilds, rebuilt -> 1e6 / rebuilt.copied().perSecond()))));
    }

    private static List<Double> each(List<Rebuilt> rebuilds, ToDoubleFunction<Rebuilt> value) {
        return rebuilds.stream().map(value::applyAsDouble).toList();
    }

    private static List<String> sizes(List<Rebuilt> rebuilds) {
        return rebuilds.stream()
                .map(rebuilt -> text("%,d events", rebuilt.events()))
                .toList();
    }

    private static String label(Comparison comparison) {
        return comparison.what() + ", " + comparison.clients();
    }

    private static String clients(int count) {
        return count == 1 ? "1 client" : count + " clients";
    }
}
