package dev.callout.benchmarks.desk;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Somebody signed in, on a connection of their own. What they ask for must succeed, or the figure is worth nothing. */
public final class Caller implements Closeable {

    public static final String TICKETS = "/api/v1/service-desk/tickets";

    private final HttpConnection connection;
    private final String authorization;
    private final Witness witness;

    Caller(HttpConnection connection, String token, Witness witness) {
        this.connection = connection;
        this.authorization = "Authorization: Bearer " + token + "\r\n";
        this.witness = witness;
    }

    /** Sends a command under an id of its own, and has its acknowledgment witnessed. */
    Answer tell(String path, String body) throws IOException {
        var random = ThreadLocalRandom.current(); // cheaper than UUID.randomUUID(), and nobody guesses here
        return tell(
                new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE), path, body);
    }

    /** Sends a command, maybe not for the first time. */
    public Answer tell(UUID id, String path, String body) throws IOException {
        var answer =
                succeeded(path, connection.send("POST", path, authorization + "Idempotency-Key: " + id + "\r\n", body));
        witness.acknowledged(id, answer.header("Callout-Position"));
        return answer;
    }

    /** Orders something that is no command of the desk, so that no event tells of it. */
    public Answer order(String path, String body) throws IOException {
        var once = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        return succeeded(path, connection.send("POST", path, authorization + once, body));
    }

    Answer ask(String path) throws IOException {
        return succeeded(path, connection.send("GET", path, authorization, ""));
    }

    /** Asks for an answer that knows of the position; false when it came without. */
    boolean isFresh(String path, String position) throws IOException {
        var answer = connection.send("GET", path, authorization + "Callout-Wait-For: " + position + "\r\n", "");
        return answer.status() == 200 && answer.header("Callout-Stale") == null;
    }

    public JsonNode read(String path) throws IOException {
        return ask(path).json();
    }

    static Answer succeeded(String path, Answer answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new NotDone(path, answer);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
