package dev.callout.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Watches how far a view is behind while others work: from the answer to a command until a reader sees what it did, the
 * reader's own request included.
 */
final class Lag implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final Caller customer;
    private final Caller dispatcher;
    private final String path;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean over;
    private Future<long[]> watching;
    private long begin;

    /** @param path of a read; {@code {id}} stands for the ticket just raised */
    Lag(Desk desk, String path) throws IOException {
        this.customer = Caller.signedIn(desk.server(), "acme-user");
        this.dispatcher = Caller.signedIn(desk.server(), "dispatcher");
        this.path = path;
    }

    static Lag watching(Desk desk, String path) throws IOException {
        var lag = new Lag(desk, path);
        lag.begin = System.nanoTime();
        lag.watching = lag.thread.submit((Callable<long[]>) lag::watch);
        return lag;
    }

    private long[] watch() throws IOException, InterruptedException {
        var nanos = LongStream.builder();
        while (!over) {
            nanos.add(once());
            Thread.sleep(PAUSE_MILLIS);
        }
        return nanos.build().toArray();
    }

    /** Raises a ticket and waits for it; a reader that was told "not yet" asks again. */
    long once() throws IOException {
        var raised = Desk.raise(customer);
        var from = System.nanoTime();
        while (!dispatcher.isFresh(path.replace("{id}", raised.id()), raised.position())) {
            if (System.nanoTime() - from > 300e9) {
                throw new IOException("The view never showed " + raised);
            }
        }
        return System.nanoTime() - from;
    }

    Figure figure(String what) throws Exception {
        over = true;
        return Figure.of(what, 1, (System.nanoTime() - begin) / 1e9, watching.get());
    }

    @Override
    public void close() throws IOException {
        over = true;
        thread.shutdown();
        customer.close();
        dispatcher.close();
    }
}
