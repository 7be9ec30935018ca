package dev.callout.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Lets many do something at the same time, and waits for all of them. */
public final class AtOnce {

    private AtOnce() {}

    /** One piece of work of one of many. */
    public interface Work<T> {

        T of(int who) throws Exception;
    }

    public static <T> List<T> each(int people, Work<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(people);
        try {
            var calls = IntStream.range(0, people)
                    .<Callable<T>>mapToObj(who -> () -> work.of(who))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls, 5, TimeUnit.MINUTES)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
