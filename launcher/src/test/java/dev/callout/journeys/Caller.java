package dev.callout.journeys;

import static java.net.http.HttpRequest.BodyPublishers;

import dev.callout.RunningCallout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the running product over HTTP, as nobody or as one of the demo's people. */
public final class Caller {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Everybody signs in once: it is slow by design. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final URI product;
    private final List<String> headers;

    private Caller(URI product, List<String> headers) {
        this.product = product;
        this.headers = headers;
    }

    public static Caller of(RunningCallout callout) {
        return of(callout.url());
    }

    public static Caller of(URI product) {
        return new Caller(product, List.of());
    }

    public Caller as(String username) {
        var token = TOKENS.computeIfAbsent(product + username, unknown -> signIn(username, RunningCallout.PASSWORD));
        return new Caller(product, List.of("Authorization", "Bearer " + token));
    }

    public String signIn(String username, String password) {
        var answer = post("/api/v1/auth/token", Map.of("username", username, "password", password));
        return answer.expect(200).text("accessToken");
    }

    public Caller with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Caller(product, more);
    }

    /** Reads what is at least as new as an earlier answer. */
    public Caller after(Answer earlier) {
        return with("Callout-Wait-For", earlier.position());
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** A change of its own, told from all others by a key. */
    public Answer post(String path, Object body) {
        return postWithKey(UUID.randomUUID().toString(), path, body);
    }

    public Answer postWithKey(String key, String path, Object body) {
        return with("Idempotency-Key", key).json("POST", path, JSON.writeValueAsString(body));
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, JSON.writeValueAsString(body));
    }

    /** Sends one file as a browser does. */
    public Answer attach(String key, String path, String fileName, String type, byte[] content, boolean internal) {
        return with("Idempotency-Key", key)
                .with("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
                .send("POST", path, BodyPublishers.ofByteArray(Multipart.of(fileName, type, content, internal)));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer json(String method, String path, String text) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(text));
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(product.resolve(path)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
