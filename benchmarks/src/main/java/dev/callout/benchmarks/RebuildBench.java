package dev.callout.benchmarks;

import dev.callout.benchmarks.report.Rebuilt;
import dev.callout.benchmarks.report.Run;
import dev.callout.benchmarks.stage.Expected;
import dev.callout.benchmarks.stage.Progress;
import dev.callout.benchmarks.stage.Stage;
import dev.callout.benchmarks.store.Stream;
import dev.callout.benchmarks.store.Stream.Pass;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has every view computed anew, alone and all at once, from few and from many events. */
final class RebuildBench {

    private static final int VIEWS = 9; // about as many; only the time left depends on it

    private final Options options;
    private final Map<String, String> facts;
    private final Progress progress;

    RebuildBench(Options options, Map<String, String> facts, PrintStream out, boolean terminal) {
        this.options = options;
        this.facts = facts;
        this.progress = new Progress(out, terminal, expectedSeconds());
    }

    Run run() throws Exception {
        var rebuilds = new ArrayList<Rebuilt>();
        progress.step("starting a product", Expected.START);
        try (var stage = new Stage(options.recipe())) {
            facts.put("Settings", stage.store().settings());
            var stories = stage.writeStories(progress);
            for (var events : options.events()) {
                rebuilds.add(rebuilt(stage, stories, events));
            }
            facts.put("Memory at the end", stage.processors().memory().toString());
        }
        progress.finish();
        return new Run(facts, List.of(), rebuilds);
    }

    private Rebuilt rebuilt(Stage stage, List<String> stories, long wanted) throws Exception {
        var before = stage.store().events();
        var tickets = Expected.ticketsFor(wanted - before);
        var begin = System.nanoTime();
        stage.copy(stories, tickets, progress);
        stage.settle(tickets, progress);
        var caughtUp = new Pass(stage.store().events() - before, (System.nanoTime() - begin) / 1e9);
        var events = stage.store().events();
        var stream = new Stream(stage.store());
        progress.step("reading the events without the product", Expected.reading(events));
        var read = stream.read();
        progress.step("copying the events into a table", Expected.reading(events));
        var copied = stream.copy();
        var names = stage.views().names();
        progress.step("computing all views anew at the same time", Expected.computing(events));
        var together = new Pass(events, stage.views().rebuild(new HashSet<>(names)));
        var views = new ArrayList<Rebuilt.View>();
        for (var name : names) {
            progress.step("computing " + name + " anew", Expected.computing(events) / 2);
            views.add(new Rebuilt.View(name, new Pass(events, stage.views().rebuild(Set.of(name)))));
        }
        return new Rebuilt(events, read, copied, caughtUp, views, together);
    }

    private double expectedSeconds() {
        return Expected.START
                + Expected.STORIES
                + options.events().stream()
                        .mapToDouble(events -> Expected.copying(Expected.ticketsFor(events))
                                + Expected.computing(events) * (2 + VIEWS / 2.0)
                                + 2 * Expected.reading(events)
                                + Expected.SETTLE)
                        .sum();
    }
}
