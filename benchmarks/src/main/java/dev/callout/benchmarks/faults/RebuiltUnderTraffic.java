package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.load.Figure;
import dev.callout.benchmarks.load.Load;
import dev.callout.benchmarks.load.Slice;
import dev.callout.benchmarks.stage.LostCommands;
import dev.callout.benchmarks.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** All views are computed anew while people go on working. */
final class RebuiltUnderTraffic implements Scenario {

    private static final int TICKETS = 5_000;
    private static final int CLIENTS = 4;
    private static final double COMMANDS_PER_SECOND = 20;
    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final double SLOWER_AT_MOST = 2;
    private static final double QUICK_ENOUGH_MILLIS = 50;

    @Override
    public String id() {
        return "R13";
    }

    @Override
    public String claim() {
        return "all views computed anew under 20 commands a second: right afterwards, commands at most twice as slow, no mail sent again";
    }

    @Override
    public int times() {
        return 1;
    }

    @Override
    public String happen(Place place, int times, Consumer<String> progress) throws Exception {
        try (var stage = new Stage(place.recipe())) {
            stage.copy(stage.writeStories(), TICKETS);
            stage.desk().workOn(stage.store().ticketsToWorkOn());
            traffic(stage); // once for nothing: the JVM learns
            var words = "";
            for (var time = 1; time <= times; time++) {
                var normal = Figure.of(List.of(traffic(stage), traffic(stage))).p95();
                var rebuilding = Figure.of(trafficWhileRebuilding(stage)).p95();
                var mails = stage.store().mails();
                TrueViews.require(stage);
                if (stage.store().mails() != mails) {
                    throw new BrokenPromise("mail was sent again");
                }
                stage.check();
                words = "%,d events; p95 of a command %.0f ms, %.0f ms meanwhile; every view right, no mail sent again"
                        .formatted(stage.store().events(), normal, rebuilding);
                progress.accept("%d of %d, %s".formatted(time, times, words));
                if (rebuilding > Math.max(QUICK_ENOUGH_MILLIS, SLOWER_AT_MOST * normal)) {
                    throw new BrokenPromise("too slow: " + words);
                }
            }
            return words;
        } catch (LostCommands e) {
            throw new BrokenPromise(e.getMessage());
        }
    }

    private static List<Slice> trafficWhileRebuilding(Stage stage) throws Exception {
        var operator = Executors.newSingleThreadExecutor();
        try {
            var names = new HashSet<>(stage.views().names());
            var rebuild = operator.submit((Callable<Double>) () -> stage.views().rebuild(names));
            var slices = new ArrayList<Slice>();
            do {
                slices.add(traffic(stage));
            } while (!rebuild.isDone());
            rebuild.get();
            return slices;
        } finally {
            operator.shutdownNow();
        }
    }

    private static Slice traffic(Stage stage) throws Exception {
        return Load.paced(CLIENTS, SLICE, COMMANDS_PER_SECOND).run(stage.desk()::comment);
    }
}
