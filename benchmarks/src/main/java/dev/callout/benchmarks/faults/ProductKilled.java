package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.load.Task;
import dev.callout.benchmarks.stage.LostCommands;
import dev.callout.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The product is killed at a random moment while people work, and started again on what it left behind. */
final class ProductKilled implements Scenario {

    private static final int CLIENTS = 16;
    private static final int EARLIEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 8_000;
    private static final double READY_WITHIN_SECONDS = 30;
    private static final double SEEN_WITHIN_SECONDS = 10;

    private final Random moments = new Random();

    @Override
    public String id() {
        return "R01";
    }

    @Override
    public String claim() {
        return "kill -9 under " + CLIENTS + " clients loses no acknowledged command and does none twice";
    }

    @Override
    public int times() {
        return 5;
    }

    @Override
    public String happen(Place place, int times, Consumer<String> progress) throws Exception {
        var ready = 0.0;
        var seen = 0.0;
        try (var stage = new Stage(place.recipe())) {
            stage.writeStories();
            for (var time = 1; time <= times; time++) {
                stage.desk().workOn(stage.store().ticketsToWorkOn());
                killWhileWorking(stage);
                ready = Math.max(ready, stage.startAfterKill());
                var begin = System.nanoTime();
                stage.views().settle();
                seen = Math.max(seen, (System.nanoTime() - begin) / 1e9);
                stage.check();
                progress.accept("%d of %d, %,d commands acknowledged".formatted(time, times, stage.acknowledged()));
            }
            var figures =
                    "killed %d times, %,d commands acknowledged, 0 missing, 0 twice; ready within %.1f s, views complete within %.1f s"
                            .formatted(times, stage.acknowledged(), ready, seen);
            if (ready > READY_WITHIN_SECONDS || seen > SEEN_WITHIN_SECONDS) {
                throw new BrokenPromise("too slow: " + figures);
            }
            return figures;
        } catch (LostCommands e) {
            throw new BrokenPromise(e.getMessage());
        }
    }

    private void killWhileWorking(Stage stage) throws Exception {
        var killed = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var clients = new ArrayList<Future<Void>>();
            for (var i = 0; i < CLIENTS; i++) {
                var task = stage.desk().mixed();
                clients.add(threads.submit((Callable<Void>) () -> workUntil(killed, task)));
            }
            Thread.sleep(moments.nextInt(EARLIEST_MILLIS, LATEST_MILLIS));
            killed.set(true);
            stage.kill();
            for (var client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What fails before the kill is a failure of its own; what fails after it is what everybody expects. */
    private static Void workUntil(AtomicBoolean killed, Task task) throws Exception {
        try (task) {
            while (true) {
                task.once();
            }
        } catch (IOException e) {
            if (killed.get()) {
                return null;
            }
            throw e;
        }
    }
}
