package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.load.Task;
import dev.callout.benchmarks.stage.Stage;
import dev.callout.benchmarks.store.Store.Told;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The product is killed while tickets come in: between an event and what follows from it, over and over. */
final class KilledBetweenEventAndDeadline implements OnStage {

    private static final int CLIENTS = 8;
    private static final int EARLIEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 5_000;
    private static final int TIME_TO_CATCH_UP_MILLIS = 30_000;

    private final Random moments = new Random();

    @Override
    public String id() {
        return "R22";
    }

    @Override
    public String claim() {
        return "kill -9 while " + CLIENTS
                + " clients raise tickets that are due within a minute: each that is stored is told of, once";
    }

    @Override
    public int times() {
        return 3;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        OneMinute.promise(stage.desk());
        var begun = Instant.now();
        for (var time = 1; time <= times; time++) {
            killWhileRaising(stage);
            stage.start();
            progress.accept("%d of %d, %,d commands acknowledged".formatted(time, times, stage.acknowledged()));
        }
        Thread.sleep(OneMinute.PROMISED.toMillis() + TIME_TO_CATCH_UP_MILLIS);
        stage.check();
        return judge(stage.store().told("TicketRaised", begun), OneMinute.broken(stage.store(), begun));
    }

    private void killWhileRaising(Stage stage) throws Exception {
        var killed = new AtomicBoolean();
        var desk = stage.desk();
        var people = Crowd.people(CLIENTS, () -> {
            var customer = OneMinute.customer(desk);
            return new Task() {
                @Override
                public void once() throws IOException {
                    OneMinute.raise(customer);
                }

                @Override
                public void close() throws IOException {
                    customer.close();
                }
            };
        });
        try (var crowd =
                Crowd.of(people, (failure, when) -> killed.get() ? Crowd.Reaction.LEAVE : Crowd.Reaction.COMPLAIN)) {
            Thread.sleep(moments.nextInt(EARLIEST_MILLIS, LATEST_MILLIS));
            killed.set(true);
            stage.kill();
            crowd.leave();
        }
    }

    private static String judge(List<Told> raised, List<Told> broken) throws BrokenPromise {
        var stored = raised.stream().map(Told::ticketId).collect(Collectors.toSet());
        var told = broken.stream().map(Told::ticketId).collect(Collectors.toSet());
        var figures = "%,d tickets stored, %,d told of, %,d of them twice"
                .formatted(stored.size(), told.size(), broken.size() - told.size());
        if (!stored.equals(told) || broken.size() != told.size()) {
            throw new BrokenPromise(figures);
        }
        return figures;
    }
}
