package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.desk.NotDone;
import dev.callout.benchmarks.product.Postgres;
import dev.callout.benchmarks.stage.Stage;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** PostgreSQL goes away while people work, and comes back. The product stays. */
record DatabaseGone(String id, String claim, int times, List<Accident> accidents) implements OnStage {

    private static final int CLIENTS = 16;
    private static final int EARLIEST_MILLIS = 500;
    private static final int LATEST_MILLIS = 4_000;
    private static final double HEALED_WITHIN_SECONDS = 60;
    private static final double HEALED_IS_NO_REFUSAL_FOR_SECONDS = 3;
    private static final double SEEN_WITHIN_SECONDS = 15;
    private static final Random MOMENTS = new Random();

    /** How it goes away. */
    interface Accident {

        void befall(Postgres postgres) throws Exception;
    }

    static DatabaseGone killed() {
        return new DatabaseGone(
                "R02",
                "kill -9 of all of PostgreSQL under " + CLIENTS
                        + " clients: 503 and never 500 meanwhile, all well again by itself within 60 s, nothing lost",
                3,
                List.of(Postgres::killAll));
    }

    static DatabaseGone restarted() {
        return new DatabaseGone(
                "R03",
                "PostgreSQL restarted, fast and immediate, under " + CLIENTS
                        + " clients: 503 and never 500 meanwhile, all well again by itself within 60 s, nothing lost",
                2,
                List.of(postgres -> postgres.restart("fast"), postgres -> postgres.restart("immediate")));
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        var healed = 0.0;
        var seen = 0.0;
        var putOff = 0L;
        for (var time = 0; time < times; time++) {
            stage.desk().workOn(stage.store().ticketsToWorkOn());
            var people = Crowd.people(CLIENTS, stage.desk()::mixed);
            try (var crowd = Crowd.of(people, (failure, begun) -> reaction(failure))) {
                Thread.sleep(MOMENTS.nextInt(EARLIEST_MILLIS, LATEST_MILLIS));
                var moment = System.nanoTime();
                accidents.get(time % accidents.size()).befall(stage.product().postgres());
                healed = Math.max(
                        healed,
                        crowd.servedAgainSince(moment, HEALED_IS_NO_REFUSAL_FOR_SECONDS, HEALED_WITHIN_SECONDS));
                crowd.leave();
                putOff += crowd.putOff();
            }
            seen = Math.max(seen, stage.secondsToSettle());
            requireAllWell(stage);
            stage.check();
            progress.accept("%d of %d, %,d requests put off, everybody served again after %.1f s"
                    .formatted(time + 1, times, putOff, healed));
        }
        var figures =
                "%,d commands acknowledged, 0 missing, 0 twice; %,d requests answered 503, none otherwise; everybody served again within %.1f s, views complete %.1f s after"
                        .formatted(stage.acknowledged(), putOff, healed, seen);
        if (seen > SEEN_WITHIN_SECONDS) {
            throw new BrokenPromise("too slow: " + figures);
        }
        return figures;
    }

    private static Crowd.Reaction reaction(Exception failure) {
        return failure instanceof NotDone answer && answer.asksForPatience()
                ? Crowd.Reaction.TRY_AGAIN
                : Crowd.Reaction.COMPLAIN;
    }

    private static void requireAllWell(Stage stage) throws Exception {
        var unwell = stage.views().unwell();
        if (!unwell.isEmpty()) {
            throw new BrokenPromise("these processors are not well: " + String.join(", ", unwell));
        }
    }
}
