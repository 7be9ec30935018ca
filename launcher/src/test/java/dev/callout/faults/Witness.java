package dev.callout.faults;

import dev.callout.faults.DemoUser.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Clients who write without pause and note down what was acknowledged. Who gets no answer sends the same command again,
 * at the next door, until there is one.
 */
public final class Witness implements AutoCloseable {

    private static final int CLIENTS = 16;

    private final DemoUser writer;
    private final List<URI> doors;
    private final String customerId;
    private final Map<UUID, Answer> acknowledged = new ConcurrentHashMap<>();
    private final Map<UUID, Answer> refused = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean over;

    public Witness(DemoUser writer, List<URI> doors, String customerId) {
        this.writer = writer;
        this.doors = doors;
        this.customerId = customerId;
    }

    public void begin() {
        for (var client = 0; client < CLIENTS; client++) {
            var first = client;
            Callable<Void> work = () -> write(first);
            clients.add(threads.submit(work));
        }
    }

    private Void write(int client) throws Exception {
        for (var turn = client; !over; turn++) {
            var ticket = send(turn, DemoUser.TICKETS, problem("Problem " + turn));
            if (ticket.isDone()) {
                var id = ticket.json().get("id").asString();
                send(turn, DemoUser.TICKETS + "/" + id + "/notes", "{\"body\":\"Seen by client " + client + "\"}");
            }
        }
        return null;
    }

    private Answer send(int turn, String path, String body) throws InterruptedException {
        var commandId = UUID.randomUUID();
        for (var door = turn; ; door++) {
            try {
                var answer = writer.at(doors.get(door % doors.size())).post(path, commandId, body);
                if (answer.status() != 503) {
                    (answer.isDone() ? acknowledged : refused).put(commandId, answer);
                    return answer;
                }
            } catch (IOException unheard) {
                // perhaps it was done, perhaps not: the same again
            }
            Thread.sleep(50);
        }
    }

    private String problem(String title) {
        return """
                {"customerId":"%s","title":"%s","description":"It does not start.","type":"ISSUE","category":"HARDWARE",
                 "channel":"PHONE"}""".formatted(customerId, title);
    }

    /** Waits until so many more are acknowledged. */
    public void awaitMore(int more) throws InterruptedException {
        var enough = acknowledged.size() + more;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < enough) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nothing goes on: " + acknowledged.size() + " of " + enough + " " + refused);
            }
            Thread.sleep(20);
        }
    }

    public void end() throws Exception {
        over = true;
        for (var client : clients) {
            client.get(60, TimeUnit.SECONDS);
        }
    }

    public Map<UUID, Answer> acknowledged() {
        return acknowledged;
    }

    public Map<UUID, Answer> refused() {
        return refused;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
