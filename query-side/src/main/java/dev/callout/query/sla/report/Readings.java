package dev.callout.query.sla.report;

import dev.callout.api.sla.SlaReportFilter;
import dev.callout.query.sla.tracking.Place;
import dev.callout.query.sla.tracking.TrackedTicket;
import dev.callout.query.sla.tracking.TrackedTickets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.common.AxonThreadFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads the promises for many tickets: some threads compute while the next pages come from the database. Holds a few pages
 * at a time, however many tickets there are, and leaves a processor to those who wait for an answer.
 */
@Component
public class Readings implements DisposableBean {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final TrackedTickets tickets;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(THREADS, new AxonThreadFactory("sla-readings"));

    Readings(TrackedTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * Computes something of each ticket of a period.
     *
     * @param first the ticket to begin with; null for the beginning
     * @param sink takes the results in the order of the tickets, in the calling thread, and says whether it wants more
     */
    public <R> void each(SlaReportFilter filter, Place first, Function<TrackedTicket, R> compute, Predicate<R> sink) {
        var underWay = new ArrayDeque<Future<List<R>>>();
        try {
            var page = first == null ? tickets.first(filter) : tickets.from(first, filter);
            while (!page.isEmpty() || !underWay.isEmpty()) {
                if (!page.isEmpty()) {
                    var these = page;
                    underWay.add(
                            workers.submit(() -> these.stream().map(compute).toList()));
                    page = page.size() < TrackedTickets.PAGE
                            ? List.of()
                            : tickets.after(Place.of(page.get(page.size() - 1)), filter);
                }
                if (underWay.size() > THREADS || page.isEmpty()) {
                    for (var result : result(underWay.remove())) {
                        if (!sink.test(result)) {
                            return;
                        }
                    }
                }
            }
        } finally {
            underWay.forEach(task -> task.cancel(true));
        }
    }

    private static <R> List<R> result(Future<List<R>> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is stopping.", e);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
