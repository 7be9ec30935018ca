package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.stage.Stage;
import dev.callout.benchmarks.store.Store.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** Promises that break while the product is down, and others before and after. */
final class DeadlinesWhileDown implements OnStage {

    private static final int TICKETS_IN_ALL = 1_000;
    private static final Duration RAISED_WITHIN = Duration.ofSeconds(50);
    private static final Duration DOWN_FROM_FIRST_DUE = Duration.ofSeconds(10);
    private static final Duration DOWN = Duration.ofSeconds(30);
    /** What broke so shortly before the kill may not have been told yet. */
    private static final Duration NOT_YET_TOLD = Duration.ofSeconds(2);

    private static final Duration LATE = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "R19";
    }

    @Override
    public String claim() {
        return "%,d promises break within a minute, the product is killed and stays away for 30 s: each is told once,"
                        .formatted(TICKETS_IN_ALL)
                + " none early, those that broke meanwhile within 10 s after it is back";
    }

    @Override
    public int times() {
        return 1;
    }

    @Override
    public String happenTo(Stage stage, int times, Consumer<String> progress) throws Exception {
        var figures = "";
        for (var time = 1; time <= times; time++) {
            OneMinute.promise(stage.desk());
            var begun = Instant.now();
            OneMinute.raise(stage.desk(), TICKETS_IN_ALL, RAISED_WITHIN);
            var lastRaised = Instant.now(); // later than planned where the machine is busy
            progress.accept("%,d tickets raised, each to be answered within a minute".formatted(TICKETS_IN_ALL));
            sleepUntil(begun.plus(OneMinute.PROMISED).plus(DOWN_FROM_FIRST_DUE));
            stage.kill();
            var killed = Instant.now();
            Thread.sleep(DOWN.toMillis());
            stage.start();
            var ready = Instant.now();
            sleepUntil(max(ready.plus(LATE), lastRaised.plus(OneMinute.PROMISED).plus(LATE)));
            figures = judge(OneMinute.broken(stage.store(), begun), killed.minus(NOT_YET_TOLD), ready);
            progress.accept(figures);
        }
        return figures;
    }

    private static String judge(List<Told> breaches, Instant killed, Instant ready) throws BrokenPromise {
        var tickets = new HashSet<String>();
        breaches.forEach(breach -> tickets.add(breach.ticketId()));
        var early = breaches.stream()
                .filter(breach -> breach.recordedAt().isBefore(breach.occurredAt()))
                .count();
        var meanwhile = breaches.stream()
                .filter(breach -> breach.occurredAt().isAfter(killed)
                        && breach.occurredAt().isBefore(ready))
                .toList();
        var lateAfterReady = meanwhile.stream()
                .mapToLong(
                        breach -> Duration.between(ready, breach.recordedAt()).toMillis())
                .max()
                .orElse(0);
        var lateness = breaches.stream()
                .filter(breach -> !meanwhile.contains(breach))
                .mapToLong(breach -> Duration.between(breach.occurredAt(), breach.recordedAt())
                        .toMillis())
                .sorted()
                .toArray();
        var figures =
                "%,d told, %,d tickets, %d early; %,d broke meanwhile, told within %.1f s; the others p99 %.1f s late"
                        .formatted(
                                breaches.size(),
                                tickets.size(),
                                early,
                                meanwhile.size(),
                                lateAfterReady / 1e3,
                                lateness[lateness.length * 99 / 100] / 1e3);
        if (breaches.size() != TICKETS_IN_ALL
                || tickets.size() != TICKETS_IN_ALL
                || early > 0
                || lateAfterReady > LATE.toMillis()) {
            throw new BrokenPromise(figures);
        }
        return figures;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void sleepUntil(Instant then) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), then).toMillis()));
    }
}
