package dev.callout.benchmarks.faults;

import dev.callout.benchmarks.faults.Scenario.BrokenPromise;
import dev.callout.benchmarks.load.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People who go on working while something breaks, and tell apart what they were answered. */
final class Crowd implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final long LAST_ANSWER_WITHIN_SECONDS = 90;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong putOff = new AtomicLong();
    private final Manners manners;
    private volatile long lastPutOff;
    private volatile boolean over;

    private Crowd(Manners manners) {
        this.manners = manners;
    }

    /** What somebody does who was not served. */
    enum Reaction {
        TRY_AGAIN,
        LEAVE,
        COMPLAIN
    }

    /** How people take it. */
    interface Manners {

        /** @param begun when the request was sent, in nanoseconds */
        Reaction to(IOException failure, long begun);
    }

    static Crowd of(List<Task> people, Manners manners) {
        var crowd = new Crowd(manners);
        people.forEach(task -> crowd.threads.submit(() -> crowd.work(task)));
        return crowd;
    }

    static List<Task> people(int count, Task.Maker maker) throws Exception {
        var people = new ArrayList<Task>();
        for (var i = 0; i < count; i++) {
            people.add(maker.make());
        }
        return people;
    }

    private Void work(Task task) throws Exception {
        try (task) {
            while (!over) {
                var begun = System.nanoTime();
                try {
                    task.once();
                    done.incrementAndGet();
                } catch (IOException e) {
                    switch (manners.to(e, begun)) {
                        case TRY_AGAIN -> comeBackLater();
                        case LEAVE -> {
                            return null;
                        }
                        case COMPLAIN -> {
                            wrong.add(e.toString());
                            return null;
                        }
                    }
                }
            }
            return null;
        } catch (Exception | Error e) {
            wrong.add(e.toString());
            throw e;
        }
    }

    private void comeBackLater() throws InterruptedException {
        putOff.incrementAndGet();
        lastPutOff = System.nanoTime();
        Thread.sleep(PAUSE_MILLIS);
    }

    long done() {
        return done.get();
    }

    long putOff() {
        return putOff.get();
    }

    /** Waits until everybody has been served for so long, and says how many seconds it took from the moment until then. */
    double servedAgainSince(long moment, double forSeconds, double withinSeconds) throws Exception {
        while (true) {
            complain();
            var before = done();
            var last = Math.max(lastPutOff, moment);
            Thread.sleep(PAUSE_MILLIS);
            var quiet = (System.nanoTime() - last) / 1e9;
            var served = (last - moment) / 1e9;
            if (quiet > forSeconds && lastPutOff <= last && done() > before) {
                return served;
            }
            if (served > withinSeconds || quiet > forSeconds + withinSeconds) {
                throw new BrokenPromise("not everybody was served again within %.0f s".formatted(withinSeconds));
            }
        }
    }

    /** Waits for the last answers, and breaks when anybody has heard what nobody should hear. */
    void leave() throws Exception {
        over = true;
        threads.shutdown();
        if (!threads.awaitTermination(LAST_ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new BrokenPromise("somebody still waits for an answer");
        }
        complain();
    }

    private void complain() throws BrokenPromise {
        if (!wrong.isEmpty()) {
            throw new BrokenPromise(wrong.size() + " of them heard something else, such as: " + wrong.peek());
        }
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
