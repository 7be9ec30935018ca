package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.stage.Stage;
import dev.callout.benchmarks.store.Store.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A thousand promises break while a hundred thousand others wait for their time. */
final class ManyTimers implements Scenario {

    private static final int TICKETS_IN_ALL = 1_000;
    private static final int WAITING = 100_000;
    private static final Duration RAISED_WITHIN = Duration.ofSeconds(50);
    private static final Duration WAITING_WITHIN = Duration.ofMinutes(15);
    private static final Duration LATE = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "timers";
    }

    @Override
    public String claim() {
        return "%,d open tickets wait for their time while %,d promises break within a minute: each is told in time"
                .formatted(WAITING, TICKETS_IN_ALL);
    }

    @Override
    public int times() {
        return 1;
    }

    @Override
    public String happen(Place place, int times, Consumer<String> progress) throws Exception {
        try (var stage = new Stage(place.recipe())) {
            OneMinute.promise(stage.desk());
            stage.copy(stage.writeStories().subList(0, 1), WAITING); // one that was just raised
            awaitTimers(stage, progress);
            var begun = Instant.now();
            OneMinute.raise(stage.desk(), TICKETS_IN_ALL, RAISED_WITHIN);
            Thread.sleep(OneMinute.PROMISED.plus(LATE).toMillis());
            var lateness = OneMinute.broken(stage.store(), begun).stream()
                    .mapToLong(ManyTimers::lateness)
                    .sorted()
                    .toArray();
            var figures = "%,d told, p50 %.1f s late, p99 %.1f s, the last one %.1f s; %,d timers wait"
                    .formatted(
                            lateness.length,
                            lateness[lateness.length / 2] / 1e3,
                            lateness[lateness.length * 99 / 100] / 1e3,
                            lateness[lateness.length - 1] / 1e3,
                            stage.store().timers());
            if (lateness.length != TICKETS_IN_ALL || lateness[lateness.length - 1] > LATE.toMillis()) {
                throw new BrokenPromise(figures);
            }
            return figures;
        }
    }

    private static void awaitTimers(Stage stage, Consumer<String> progress) throws Exception {
        var end = Instant.now().plus(WAITING_WITHIN);
        for (var waiting = 0L; waiting < WAITING; waiting = stage.store().timers()) {
            if (Instant.now().isAfter(end)) {
                throw new BrokenPromise(
                        "only %,d timers after %d minutes".formatted(waiting, WAITING_WITHIN.toMinutes()));
            }
            progress.accept("%,d timers wait".formatted(waiting));
            Thread.sleep(5_000);
        }
    }

    private static long lateness(Told told) {
        return Duration.between(told.occurredAt(), told.recordedAt()).toMillis();
    }
}
