package dev.callout.benchmarks;

import dev.callout.benchmarks.KeepAlive.Answer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody signed in, on a connection of their own. What they ask for must succeed, or the figure is worth nothing. */
final class Caller implements Closeable {

    static final String TICKETS = "/api/v1/service-desk/tickets";
    static final JsonMapper JSON = new JsonMapper();

    private final KeepAlive connection;
    private final String authorization;

    private Caller(KeepAlive connection, String authorization) {
        this.connection = connection;
        this.authorization = authorization;
    }

    static Caller signedIn(URI server, String username) throws IOException {
        var token = Tokens.of(server, username);
        return new Caller(new KeepAlive(server), "Authorization: Bearer " + token + "\r\n");
    }

    /** Sends a command under an id of its own. */
    Answer tell(String path, String body) throws IOException {
        var random = ThreadLocalRandom.current(); // cheaper than UUID.randomUUID(), and nobody guesses here
        var key = new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        return succeeded(path, connection.send("POST", path, authorization + "Idempotency-Key: " + key + "\r\n", body));
    }

    Answer ask(String path) throws IOException {
        return succeeded(path, connection.send("GET", path, authorization, ""));
    }

    /** Asks for an answer that knows of the position; false when it came without. */
    boolean isFresh(String path, String position) throws IOException {
        var answer = connection.send("GET", path, authorization + "Callout-Wait-For: " + position + "\r\n", "");
        return answer.status() == 200 && answer.header("Callout-Stale") == null;
    }

    JsonNode read(String path) throws IOException {
        return JSON.readTree(ask(path).body());
    }

    static Answer succeeded(String path, Answer answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new IOException(path + " was answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
