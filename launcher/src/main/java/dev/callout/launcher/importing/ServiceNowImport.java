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
    private static final int LONGEST_REQUEST = 150_000; // in characters, of which JSON makes up to six bytes each
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
        return run(file, name, false);
    }

    /** {@code dryRun}: the server only says what would become of the rows. */
    public ImportReport run(ServiceNowFile file, String name, boolean dryRun) throws IOException {
        var report = new ImportReport(name, file.survey(), dryRun);
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
                        if (waiting.size() >= ENOUGH_FOR_A_REQUEST || length(waiting) > LONGEST_REQUEST / 2) {
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
            for (int from = 0, to; from < rows.size() && failure.get() == null; from = to) {
                to = endOfRequest(rows, from);
                var some = rows.subList(from, to);
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

    private static int endOfRequest(List<Incident.Row> rows, int from) {
        var to = from + 1;
        for (var length = rows.get(from).length(); to < rows.size() && to - from < LINES_PER_REQUEST; to++) {
            length += rows.get(to).length();
            if (length > LONGEST_REQUEST) {
                break;
            }
        }
        return to;
    }

    private static int length(List<Incident.Row> rows) {
        return rows.stream().mapToInt(Incident.Row::length).sum();
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
