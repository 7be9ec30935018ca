package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.function.Consumer;

/** One of two processes on one PostgreSQL stands still, wakes up late and takes itself for the owner of what it held. */
final class NodeFrozen implements OnStage {

    private static final int CLIENTS_EACH = 8;
    private static final int WORK_MILLIS = 3_000;
    private static final int FROZEN_MILLIS = 15_000;

    @Override
    public String id() {
        return "R24";
    }

    @Override
    public String claim() {
        return "one of two nodes frozen for 15 s under load: the other goes on, nothing lost, nothing done twice";
    }

    @Override
    public int times() {
        return 3;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        try (var other = stage.startAnother()) {
            var neighbor = stage.deskOf(other);
            var meanwhile = Long.MAX_VALUE;
            for (var time = 1; time <= times; time++) {
                var tickets = stage.store().ticketsToWorkOn();
                stage.desk().workOn(tickets.half(0));
                neighbor.workOn(tickets.half(1));
                meanwhile = Math.min(meanwhile, freezeWhileWorking(stage, neighbor));
                stage.views().settle();
                stage.requireAllWell();
                stage.check();
                progress.accept("%d of %d, %,d requests at the other node meanwhile".formatted(time, times, meanwhile));
            }
            TrueViews.require(stage);
            return "%,d commands acknowledged, 0 missing, 0 twice, every view right; at least %,d requests at the other node meanwhile"
                    .formatted(stage.acknowledged(), meanwhile);
        }
    }

    /** How many requests the other node answered while this one stood still. */
    private static long freezeWhileWorking(Stage stage, Desk neighbor) throws Exception {
        var here = Crowd.people(CLIENTS_EACH, stage.desk()::mixed);
        var there = new ArrayList<>(Crowd.people(CLIENTS_EACH, neighbor::mixed));
        try (var atFrozen = Crowd.of(here, Crowd::patient);
                var atOther = Crowd.of(there, Crowd::patient)) {
            Thread.sleep(WORK_MILLIS);
            stage.product().freeze();
            long meanwhile;
            try {
                var before = atOther.done();
                Thread.sleep(FROZEN_MILLIS);
                meanwhile = atOther.done() - before;
            } finally {
                stage.product().thaw();
            }
            if (meanwhile == 0) {
                throw new BrokenPromise("the other node stood still, too");
            }
            Thread.sleep(WORK_MILLIS);
            atFrozen.leave();
            atOther.leave();
            return meanwhile;
        }
    }
}
