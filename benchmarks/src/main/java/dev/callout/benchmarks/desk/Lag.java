package dev.callout.benchmarks.desk;

import dev.callout.benchmarks.load.Figure;
import dev.callout.benchmarks.load.Slice;
import dev.callout.benchmarks.load.Work;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Watches how far a view is behind while others work: from the answer to a command until a reader sees what it did, the
 * reader's own request included.
 */
public final class Lag implements AutoCloseable {

    /** A view that can be watched; {@code {id}} in its path stands for the ticket just raised. */
    public enum View {
        BOARD("the board", Caller.TICKETS + "?pageSize=1"),
        DETAILS("the ticket's details", Caller.TICKETS + "/{id}");

        private final String words;
        private final String path;

        View(String words, String path) {
            this.words = words;
            this.path = path;
        }

        public String words() {
            return words;
        }
    }

    private static final long PAUSE_MILLIS = 50;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final Caller customer;
    private final Caller dispatcher;
    private final View view;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final long begin = System.nanoTime();
    private final Future<long[]> watching;
    private volatile boolean over;

    private Lag(Desk desk, View view) throws IOException {
        this.customer = desk.signedIn("acme-user");
        this.dispatcher = desk.signedIn("dispatcher");
        this.view = view;
        this.watching = thread.submit((Callable<long[]>) this::watch);
    }

    public static Lag watching(Desk desk, View view) throws IOException {
        return new Lag(desk, view);
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
    private long once() throws IOException {
        var raised = Desk.raise(customer);
        var from = System.nanoTime();
        while (!dispatcher.isFresh(view.path.replace("{id}", raised.id()), raised.position())) {
            if (System.nanoTime() - from > PATIENCE_NANOS) {
                throw new IOException("The view never showed " + raised);
            }
        }
        return System.nanoTime() - from;
    }

    public Figure figure() throws Exception {
        over = true;
        var nanos = watching.get();
        return Figure.of(List.of(new Slice((System.nanoTime() - begin) / 1e9, nanos, Work.NONE)));
    }

    @Override
    public void close() throws IOException {
        over = true;
        thread.shutdown();
        customer.close();
        dispatcher.close();
    }
}
