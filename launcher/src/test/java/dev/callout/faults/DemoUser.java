package dev.callout.faults;

import dev.callout.RunningCallout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of the demo company who talks to the API, in many threads at once if need be. */
public final class DemoUser {

    public static final String TICKETS = "/api/v1/service-desk/tickets";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final String token;

    private DemoUser(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    static DemoUser signedIn(RunningCallout callout, String username) throws Exception {
        return signedIn(callout.url(), username, RunningCallout.PASSWORD);
    }

    public static DemoUser signedIn(URI server, String username, String password) throws Exception {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        var stranger = new DemoUser(server, "");
        var answer = stranger.send(HttpRequest.newBuilder(server.resolve("/api/v1/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        return new DemoUser(server, answer.json().get("accessToken").asString());
    }

    /** The same person with the same token, at another door. */
    public DemoUser at(URI other) {
        return new DemoUser(other, token);
    }

    public Answer post(String path, UUID commandId, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", commandId.toString())
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String version, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(BodyPublishers.ofString(body)));
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** Reads what is there once the position has been reached. */
    public Answer getFresh(String path, String position) throws IOException, InterruptedException {
        while (true) {
            var answer = send(request(path).header("Callout-Wait-For", position));
            if (answer.status() == 200 && answer.header("Callout-Stale") == null) {
                return answer;
            }
        }
    }

    public String accountId() throws IOException, InterruptedException {
        return get("/api/v1/auth/me").json().get("accountId").asString();
    }

    /** A problem of one's own to work on; its id. */
    String raise(String title) throws IOException, InterruptedException {
        var answer = post(TICKETS, UUID.randomUUID(), problem(title));
        if (answer.status() != 201) {
            throw new IOException("Could not raise a ticket: " + answer);
        }
        return answer.json().get("id").asString();
    }

    static String problem(String title) {
        return """
                {"title":"%s","description":"It does not start.","type":"ISSUE","category":"HARDWARE",
                 "channel":"WEB_PORTAL"}""".formatted(title);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** Waits as told when there were too many requests. */
    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        while (true) {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 429) {
                return new Answer(response.statusCode(), response.headers(), response.body());
            }
            Thread.sleep(1000
                    * Long.parseLong(
                            response.headers().firstValue("Retry-After").orElseThrow()));
        }
    }

    /** What came back. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String code() {
            return json().path("code").asString();
        }

        /** Where it led to; null for what was refused. */
        public String position() {
            return header("Callout-Position");
        }

        public boolean isDone() {
            return status / 100 == 2;
        }
    }
}
