package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.stage.Stage;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The product is killed at a random moment while people work, and started again on what it left behind. */
final class ProductKilled implements OnStage {

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
        return "kill -9 of the product under " + CLIENTS
                + " clients: no acknowledged command lost, none done twice, ready again within 30 s";
    }

    @Override
    public int times() {
        return 5;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        var ready = 0.0;
        var seen = 0.0;
        for (var time = 1; time <= times; time++) {
            killWhileWorking(stage);
            ready = Math.max(ready, stage.start());
            seen = Math.max(seen, stage.secondsToSettle());
            stage.check();
            progress.accept("%d of %d, %,d commands acknowledged".formatted(time, times, stage.acknowledged()));
        }
        var figures = "%,d commands acknowledged, 0 missing, 0 twice; ready within %.1f s, views complete within %.1f s"
                .formatted(stage.acknowledged(), ready, seen);
        if (ready > READY_WITHIN_SECONDS || seen > SEEN_WITHIN_SECONDS) {
            throw new BrokenPromise("too slow: " + figures);
        }
        return figures;
    }

    /** What fails before the kill is a failure of its own; what fails after it is what everybody expects. */
    private void killWhileWorking(Stage stage) throws Exception {
        stage.desk().workOn(stage.store().ticketsToWorkOn());
        var killed = new AtomicBoolean();
        var people = Crowd.people(CLIENTS, stage.desk()::mixed);
        try (var crowd =
                Crowd.of(people, (failure, begun) -> killed.get() ? Crowd.Reaction.LEAVE : Crowd.Reaction.COMPLAIN)) {
            Thread.sleep(moments.nextInt(EARLIEST_MILLIS, LATEST_MILLIS));
            killed.set(true);
            stage.kill();
            crowd.leave();
        }
    }
}
