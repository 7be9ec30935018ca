package dev.callout.benchmarks;

import dev.callout.benchmarks.desk.Lag;
import dev.callout.benchmarks.load.Comparison;
import dev.callout.benchmarks.load.Load;
import dev.callout.benchmarks.load.Slice;
import dev.callout.benchmarks.load.Task;
import dev.callout.benchmarks.report.LagReading;
import dev.callout.benchmarks.report.Level;
import dev.callout.benchmarks.report.Run;
import dev.callout.benchmarks.stage.Expected;
import dev.callout.benchmarks.stage.Progress;
import dev.callout.benchmarks.stage.Stage;
import dev.callout.benchmarks.store.Floor;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets people work at the desk, few and many, with few and with many tickets in the store, in turns with the floor. */
final class DeskBench {

    private static final int CLIENTS_WHILE_WATCHED = 8;

    private final Options options;
    private final Map<String, String> facts;
    private final Progress progress;

    DeskBench(Options options, Map<String, String> facts, PrintStream out, boolean terminal) {
        this.options = options;
        this.facts = facts;
        this.progress = new Progress(out, terminal, expectedSeconds());
    }

    Run run() throws Exception {
        var levels = new ArrayList<Level>();
        var commands = 0L;
        for (var tickets : options.tickets()) {
            progress.step("starting a product for %,d tickets".formatted(tickets), Expected.START);
            try (var stage = new Stage(options.recipe())) {
                facts.put("Settings", settings(stage));
                levels.add(level(stage, tickets));
                commands += stage.acknowledged();
            }
        }
        progress.finish();
        facts.put("Acknowledged", "%,d commands, all of them stored, none twice".formatted(commands));
        return new Run(facts, levels, List.of());
    }

    private String settings(Stage stage) throws Exception {
        var javaOptions = options.recipe().javaOptions();
        return stage.store().settings() + "; no rate limit"
                + (javaOptions.isBlank() ? "" : "; JVM also with " + javaOptions);
    }

    private Level level(Stage stage, int tickets) throws Exception {
        var stories = stage.writeStories(progress);
        var sizes = stage.store().sizes();
        var copies = tickets - stage.store().tickets();
        stage.copy(stories, copies, progress);
        stage.settle(Math.max(copies, 0), progress);
        var bytesPerTicket = copies > 0 ? perTicket(sizes, stage.store().sizes(), copies) : Map.<String, Long>of();
        var floor = new Floor(stage.store());
        warmUp(stage, floor);
        var found = stage.store().tickets();
        var events = stage.store().events();
        var comparisons = comparisons(stage, floor);
        var lags = lags(stage);
        var memory = stage.processors().memory();
        progress.step("looking for every acknowledged command", Expected.CHECK);
        stage.check();
        progress.step("starting again on these data", Expected.START);
        return new Level(found, events, comparisons, lags, memory, stage.startAgain(), bytesPerTicket);
    }

    private static Map<String, Long> perTicket(Map<String, Long> before, Map<String, Long> after, long tickets) {
        var each = new LinkedHashMap<String, Long>();
        after.forEach((part, bytes) -> each.put(part, (bytes - before.get(part)) / tickets));
        return each;
    }

    /** Has everything done for a while that is measured later, on tickets that are there by then. */
    private void warmUp(Stage stage, Floor floor) throws Exception {
        progress.step("warming up", seconds(options.warmUp()));
        var part = options.warmUp().dividedBy(10);
        Load.full(CLIENTS_WHILE_WATCHED, part).run(stage.desk()::raise);
        workOnWhatIsThere(stage, floor);
        for (var operation : Operation.all(options.operations(), stage.desk(), floor)) {
            Load.full(CLIENTS_WHILE_WATCHED, part).run(operation.product());
            Load.full(CLIENTS_WHILE_WATCHED, part.dividedBy(4)).run(operation.floor());
        }
        workOnWhatIsThere(stage, floor);
    }

    private static void workOnWhatIsThere(Stage stage, Floor floor) throws Exception {
        stage.views().settle();
        var tickets = stage.store().ticketsToWorkOn();
        stage.desk().workOn(tickets);
        floor.read(tickets.all());
    }

    private List<Comparison> comparisons(Stage stage, Floor floor) throws Exception {
        var comparisons = new ArrayList<Comparison>();
        for (var operation : Operation.all(options.operations(), stage.desk(), floor)) {
            for (var clients : options.clients()) {
                progress.step(operation.what() + ", " + clients + " clients", expectedSecondsOfOne());
                comparisons.add(compare(stage, operation, clients));
            }
        }
        return comparisons;
    }

    /** The floor and the product take turns, so that other work on the machine meets both. */
    private Comparison compare(Stage stage, Operation operation, int clients) throws Exception {
        var product = new ArrayList<Slice>();
        var floor = new ArrayList<Slice>();
        for (var round = 0; round < options.rounds(); round++) {
            floor.add(measured(stage, clients, options.slice().dividedBy(2), operation.floor(), false));
            product.add(measured(stage, clients, options.slice(), operation.product(), operation.changes()));
        }
        return Comparison.of(operation.what(), operation.beside(), clients, product, floor);
    }

    /** What views that are behind still have to do belongs to the cost of a command, but not to its time. */
    private static Slice measured(Stage stage, int clients, Duration time, Task.Maker maker, boolean changes)
            throws Exception {
        var before = stage.processors().used();
        var slice = Load.full(clients, time).run(maker);
        if (changes) {
            stage.views().settle();
        }
        return slice.costing(stage.processors().used().since(before));
    }

    /** How far views are behind at the top rate, and at half of it. */
    private List<LagReading> lags(Stage stage) throws Exception {
        var lags = new ArrayList<LagReading>();
        if (!options.operations().contains(Operation.Kind.CREATE)) {
            return lags;
        }
        progress.step("watching the views at the top rate", lagSeconds());
        var top = watched(stage, Load.full(CLIENTS_WHILE_WATCHED, lagTime()), 1, lags);
        progress.step("watching the views at half of it", lagSeconds());
        watched(stage, Load.paced(CLIENTS_WHILE_WATCHED, lagTime(), top / 2), 0.5, lags);
        return lags;
    }

    private static double watched(Stage stage, Load load, double share, List<LagReading> lags) throws Exception {
        try (var board = Lag.watching(stage.desk(), Lag.View.BOARD);
                var details = Lag.watching(stage.desk(), Lag.View.DETAILS)) {
            var created = load.run(stage.desk()::raise).perSecond();
            lags.add(new LagReading(Lag.View.BOARD.words(), share, created, board.figure()));
            lags.add(new LagReading(Lag.View.DETAILS.words(), share, created, details.figure()));
            stage.views().settle();
            return created;
        }
    }

    private Duration lagTime() {
        return options.slice().multipliedBy(2);
    }

    private double lagSeconds() {
        return seconds(lagTime()) + Expected.SETTLE;
    }

    private double expectedSecondsOfOne() {
        return options.rounds() * (1.5 * seconds(options.slice()) + Expected.SETTLE);
    }

    private double expectedSeconds() {
        var operations = options.operations().size() * expectedSecondsOfOne();
        var each = 2 * Expected.START
                + Expected.STORIES
                + Expected.CHECK
                + seconds(options.warmUp())
                + operations * options.clients().size()
                + 2 * lagSeconds();
        return options.tickets().stream()
                .mapToDouble(tickets -> each + Expected.copying(tickets) + Expected.catchingUp(tickets))
                .sum();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
