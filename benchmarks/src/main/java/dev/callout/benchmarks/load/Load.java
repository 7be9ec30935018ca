package dev.callout.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Some clients that do the same thing at the same time for a while.
 *
 * @param perSecond how often all of them together do it, or 0 for as often as they can. A paced client counts the time
 *     from when it should have begun, so that a pause of the product is not hidden by clients that wait for it.
 */
public record Load(int clients, Duration time, double perSecond) {

    public static Load full(int clients, Duration time) {
        return new Load(clients, time, 0);
    }

    public static Load paced(int clients, Duration time, double perSecond) {
        return new Load(clients, time, perSecond);
    }

    public Slice run(Task.Maker maker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        var tasks = new ArrayList<Task>();
        try {
            for (var i = 0; i < clients; i++) {
                tasks.add(maker.make());
            }
            var start = new CyclicBarrier(clients);
            var results = threads.invokeAll(tasks.stream()
                    .<Callable<long[]>>map(task -> () -> repeat(task, start))
                    .toList());
            return new Slice(time.toNanos() / 1e9, all(results), Work.NONE);
        } finally {
            threads.shutdownNow();
            for (var task : tasks) {
                task.close();
            }
        }
    }

    private static long[] all(List<Future<long[]>> results) throws Exception {
        var nanos = LongStream.builder();
        for (var result : results) {
            Arrays.stream(result.get()).forEach(nanos);
        }
        return nanos.build().toArray();
    }

    private long[] repeat(Task task, CyclicBarrier start) throws Exception {
        start.await();
        var nanos = new long[1024];
        var count = 0;
        var begin = System.nanoTime();
        var end = begin + time.toNanos();
        var pause = perSecond == 0 ? 0 : (long) (1e9 * clients / perSecond);
        for (var due = begin; due < end; due = pause == 0 ? System.nanoTime() : due + pause) {
            waitUntil(due);
            task.once();
            var done = System.nanoTime();
            if (done > end) {
                break; // would count as done within the time
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = done - due;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void waitUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
