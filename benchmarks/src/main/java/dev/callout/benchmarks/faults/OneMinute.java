package dev.callout.benchmarks.faults;

import static dev.callout.benchmarks.desk.Caller.TICKETS;

import dev.callout.benchmarks.desk.Caller;
import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.desk.NotDone;
import dev.callout.benchmarks.store.Store;
import dev.callout.benchmarks.store.Store.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tickets that are to be answered within a minute, which nobody does. */
final class OneMinute {

    static final Duration PROMISED = Duration.ofMinutes(1);

    private static final String POLICY = """
            {"name":"One minute","scope":{"plan":"Premium","category":"OTHER"},
             "targets":[{"clock":"RESPONSE","priority":"HIGH","amount":1,"unit":"MINUTES"}],
             "pauses":[],"reopening":"NEW_CYCLE",
             "ladder":[{"clock":"RESPONSE","percent":100,"action":"NOTIFY","recipients":["MANAGER"]}],
             "penalties":[]}""";
    private static final String PROBLEM = Desk.problem("Due soon", "Answer me.").replace("\"HARDWARE\"", "\"OTHER\"");
    private static final int CONFLICT = 409;
    private static final int PEOPLE = 4;

    private OneMinute() {}

    /** Once for each product: the same is not promised twice. */
    static void promise(Desk desk) throws IOException {
        try (var manager = desk.signedIn("manager")) {
            manager.tell(UUID.randomUUID(), "/api/v1/service-desk/sla-policies", POLICY);
        } catch (NotDone e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
        }
    }

    static Caller customer(Desk desk) {
        try {
            return desk.signedIn("acme-user");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many tickets, one after the other, in so much time. */
    static void raise(Desk desk, int tickets, Duration within) throws Exception {
        var people = Executors.newScheduledThreadPool(PEOPLE);
        try {
            var customers = ThreadLocal.withInitial(() -> customer(desk));
            var raised = new ArrayList<ScheduledFuture<?>>();
            for (var i = 0; i < tickets; i++) {
                raised.add(people.schedule(
                        () -> raise(customers.get()), within.toMillis() * i / tickets, TimeUnit.MILLISECONDS));
            }
            for (var each : raised) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** The broken promises of the tickets that were raised since. Others may break meanwhile, of older tickets. */
    static List<Told> broken(Store store, Instant since) throws SQLException {
        var raised =
                store.told("TicketRaised", since).stream().map(Told::ticketId).collect(Collectors.toSet());
        return store.told("SlaBreached", since).stream()
                .filter(breach -> raised.contains(breach.ticketId()))
                .toList();
    }

    static Object raise(Caller customer) throws IOException {
        return customer.tell(UUID.randomUUID(), TICKETS, PROBLEM);
    }
}
