package dev.callout.launcher.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** Sends a file to the server, several incidents at a time and each incident in its order. */
public final class ServiceNowImport {

    private static final int LINES_PER_REQUEST = 200;
    private static final int ENOUGH_FOR_A_REQUEST = 50;
    private static final int REQUESTS_IN_FLIGHT = 4;

    /** Whoever takes lines over. */
    public interface Server {

        ImportAnswer take(List<Map<String, Object>> lines) throws IOException;
    }

    private final Server server;
    private final LongConsumer progress;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private List<Incident.Row> waiting = new ArrayList<>();

    /** {@code progress} is told how many rows are done, by several threads. */
    public ServiceNowImport(Server server, LongConsumer progress) {
        this.server = server;
        this.progress = progress;
    }

    public ImportReport run(ServiceNowFile file, String name) throws IOException {
        var report = new ImportReport(name);
        var senders = new ThreadPoolExecutor(
                REQUESTS_IN_FLIGHT,
                REQUESTS_IN_FLIGHT,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(REQUESTS_IN_FLIGHT),
                new ThreadPoolExecutor.CallerRunsPolicy()); // reading waits while all are busy
        try {
            file.read(
                    incident -> {
                        waiting.addAll(incident.rows());
                        if (waiting.size() >= ENOUGH_FOR_A_REQUEST) {
                            dispatch(senders, report);
                        }
                    },
                    report::add);
            dispatch(senders, report);
        } finally {
            senders.shutdown();
            await(senders);
        }
        failIfOneFailed();
        report.finish();
        return report;
    }

    private void dispatch(ThreadPoolExecutor senders, ImportReport report) {
        failIfOneFailed();
        var rows = waiting;
        waiting = new ArrayList<>();
        senders.execute(() -> send(rows, report));
    }

    /** One after the other, for an incident may have more lines than a request. */
    private void send(List<Incident.Row> rows, ImportReport report) {
        try {
            for (var from = 0; from < rows.size() && failure.get() == null; from += LINES_PER_REQUEST) {
                var some = rows.subList(from, Math.min(from + LINES_PER_REQUEST, rows.size()));
                report.add(
                        some,
                        server.take(some.stream().map(Incident.Row::fields).toList()));
                progress.accept(report.rows());
            }
        } catch (IOException e) {
            failure.compareAndSet(null, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void failIfOneFailed() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static void await(ThreadPoolExecutor senders) {
        try {
            while (!senders.awaitTermination(1, TimeUnit.MINUTES)) {
                // each request has its own time limit
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
