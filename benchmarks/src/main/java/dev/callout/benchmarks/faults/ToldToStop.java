package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.stage.Stage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The product is told to stop while people work, and finishes what it has begun. */
final class ToldToStop implements OnStage {

    private static final int CLIENTS = 16;
    private static final int WORK_MILLIS = 2_000;
    private static final double ENDED_WITHIN_SECONDS = 20;

    @Override
    public String id() {
        return "R37";
    }

    @Override
    public String claim() {
        return "SIGTERM under " + CLIENTS + " clients: every request under way is answered, ended within 20 s";
    }

    @Override
    public int times() {
        return 10;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        var done = 0L;
        var ended = 0.0;
        for (var time = 1; time <= times; time++) {
            stage.desk().workOn(stage.store().ticketsToWorkOn());
            var told = new AtomicLong(Long.MAX_VALUE);
            var people = Crowd.people(CLIENTS, stage.desk()::mixed);
            try (var crowd = Crowd.of(
                    people, (failure, begun) -> begun < told.get() ? Crowd.Reaction.COMPLAIN : Crowd.Reaction.LEAVE)) {
                Thread.sleep(WORK_MILLIS);
                told.set(System.nanoTime());
                ended = Math.max(ended, stage.product().terminate());
                crowd.leave();
                done += crowd.done();
            }
            stage.start();
            stage.check();
            progress.accept("%d of %d, ended after %.1f s at most".formatted(time, times, ended));
        }
        var figures = "%,d requests, none under way failed, all acknowledged commands stored once; ended within %.1f s"
                .formatted(done, ended);
        if (ended > ENDED_WITHIN_SECONDS) {
            throw new BrokenPromise("too slow: " + figures);
        }
        return figures;
    }
}
