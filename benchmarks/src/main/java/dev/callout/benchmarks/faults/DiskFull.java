package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.stage.LostCommands;
import dev.callout.benchmarks.stage.Stage;
import java.util.function.Consumer;

/** The disk with all of a product's data on it is full to the last byte for a while. */
final class DiskFull implements Scenario {

    private static final int MEGABYTES = 400;
    private static final int CLIENTS = 8;
    private static final int WORK_MILLIS = 3_000;
    private static final int FULL_MILLIS = 10_000;
    private static final double HEALED_WITHIN_SECONDS = 60;
    private static final double HEALED_IS_NO_REFUSAL_FOR_SECONDS = 3;

    @Override
    public String id() {
        return "R27";
    }

    @Override
    public String claim() {
        return "the disk full for 10 s under load: 503 and never 500 meanwhile, all well again by itself once there is room, nothing lost";
    }

    @Override
    public int times() {
        return 2;
    }

    @Override
    public String happen(Place place, int times, Consumer<String> progress) throws Exception {
        try (var stage = new Stage(place.recipe(), MEGABYTES)) {
            stage.writeStories();
            var healed = 0.0;
            var putOff = 0L;
            var meanwhile = 0L;
            for (var time = 1; time <= times; time++) {
                stage.desk().workOn(stage.store().ticketsToWorkOn());
                try (var crowd = Crowd.of(Crowd.people(CLIENTS, stage.desk()::mixed), Crowd::patient)) {
                    Thread.sleep(WORK_MILLIS);
                    stage.disk().fill();
                    var before = crowd.done();
                    Thread.sleep(FULL_MILLIS);
                    meanwhile += crowd.done() - before;
                    stage.disk().makeRoom();
                    healed = Math.max(
                            healed,
                            crowd.servedAgainSince(
                                    System.nanoTime(), HEALED_IS_NO_REFUSAL_FOR_SECONDS, HEALED_WITHIN_SECONDS));
                    crowd.leave();
                    putOff += crowd.putOff();
                }
                stage.views().settle();
                stage.requireAllWell();
                stage.check();
                progress.accept("%d of %d, %,d requests put off, %,d served while it was full"
                        .formatted(time, times, putOff, meanwhile));
            }
            return "%,d commands acknowledged, 0 missing, 0 twice; while it was full %,d requests were served, %,d answered 503, none otherwise; everybody served %.1f s after there was room"
                    .formatted(stage.acknowledged(), meanwhile, putOff, healed);
        } catch (LostCommands e) {
            throw new BrokenPromise(e.getMessage());
        }
    }
}
