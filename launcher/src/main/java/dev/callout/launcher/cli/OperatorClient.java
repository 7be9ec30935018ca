package dev.callout.launcher.cli;

import dev.callout.api.audit.Verification;
import dev.callout.launcher.CannotRun;
import dev.callout.launcher.importing.ImportAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running server for an operator's work over HTTP, signed in with the key of its data folder. */
final class OperatorClient {

    private static final String OPERATIONS = "/api/v1/operations/";
    private static final String VERIFICATION = "/api/v1/audit/verification";
    private static final String PROCESSORS = "/api/v1/processors";
    private static final String SERVICENOW_LINES = "/api/v1/imports/servicenow/lines";

    record Projection(String name, String state, long position, long head, long lag, Rebuild rebuild) {}

    record Rebuild(String state, long done, long total, String error) {}

    record TableDigest(String table, long rows, String sha256) {}

    record DeadLetter(
            String group, String event, String aggregateId, String enqueuedAt, String causeType, String cause) {}

    /** How many dead letters there were, and how many are left. */
    record Outcome(long before, long left) {}

    record Mail(String mailId, String state, String template, int attempts, String lastError) {}

    /** Whom the owner of the machine can sign in as. */
    record Administrator(String username, String password) {}

    private record Mails(List<Mail> items) {}

    record Processor(
            String name,
            String kind,
            String state,
            long position,
            long lag,
            Duration behind,
            boolean replaying,
            long deadLetters,
            List<Segment> segments) {}

    record Segment(int id, long position, String owner, String error) {}

    private record Processors(List<Processor> items) {}

    private record Projections(List<Projection> items) {}

    private record Digest(List<TableDigest> tables) {}

    private record DeadLetters(List<DeadLetter> items) {}

    private record Problem(String title, String detail) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final URI server;
    private final String key;
    private final Duration patience;

    OperatorClient(URI server, String key) {
        this(server, key, Duration.ofMinutes(1));
    }

    /** {@code patience} is for questions that are quickly answered; what has to read or try much gets ten times as long. */
    OperatorClient(URI server, String key, Duration patience) {
        this.server = server;
        this.key = key;
        this.patience = patience;
    }

    List<Projection> projections() throws IOException {
        return get("projections", Projections.class).items();
    }

    List<TableDigest> digest(String projection) throws IOException {
        return json.readValue(
                        send(
                                request("projections/" + encoded(projection) + "/digest")
                                        .GET(),
                                patience.multipliedBy(10)),
                        Digest.class)
                .tables();
    }

    void rebuild(String projection) throws IOException {
        post("projections/" + encoded(projection) + "/rebuild", Rebuild.class);
    }

    List<Processor> processors() throws IOException {
        return json.readValue(send(newRequest(PROCESSORS).GET()), Processors.class)
                .items();
    }

    /** Pauses, resumes, splits or merges one. */
    Processor tell(String processor, String what) throws IOException {
        var request = newRequest(PROCESSORS + "/" + encoded(processor) + "/" + encoded(what))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody());
        return json.readValue(send(request), Processor.class);
    }

    List<DeadLetter> deadLetters() throws IOException {
        return get("dead-letters", DeadLetters.class).items();
    }

    Outcome retryDeadLetters(String group) throws IOException {
        return post("dead-letters/" + encoded(group) + "/retry", Outcome.class);
    }

    Outcome discardDeadLetters(String group) throws IOException {
        return post("dead-letters/" + encoded(group) + "/discard", Outcome.class);
    }

    /** The latest mails in a state. */
    List<Mail> mail(String state) throws IOException {
        return json.readValue(
                        send(newRequest("/api/v1/mail?pageSize=200&state=" + encoded(state))
                                .GET()),
                        Mails.class)
                .items();
    }

    void retryMail(String mailId) throws IOException {
        send(newRequest("/api/v1/mail/" + encoded(mailId) + "/retry").POST(HttpRequest.BodyPublishers.noBody()));
    }

    Administrator recoverAdministrator(String username) throws IOException {
        var answer = send(newRequest("/api/v1/administrators/recovery")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("username", username)))));
        return json.readValue(answer, Administrator.class);
    }

    /** Hands lines of another help desk's history over. */
    ImportAnswer importLines(List<Map<String, Object>> lines) throws IOException {
        return importLines(lines, false);
    }

    /** The same, or only what would become of them. */
    ImportAnswer importLines(List<Map<String, Object>> lines, boolean dryRun) throws IOException {
        var answer = send(
                newRequest(SERVICENOW_LINES + "?dryRun=" + dryRun)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("lines", lines)))),
                patience.multipliedBy(10));
        return json.readValue(answer, ImportAnswer.class);
    }

    /** Begins to check the history; {@code published} is what there is elsewhere. */
    Verification verifyHistory(CheckpointFiles.Published published) throws IOException {
        var answer = send(newRequest(VERIFICATION)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(published))));
        return json.readValue(answer, Verification.class);
    }

    Verification verification() throws IOException {
        return json.readValue(send(newRequest(VERIFICATION).GET()), Verification.class);
    }

    private <T> T get(String path, Class<T> answer) throws IOException {
        return json.readValue(send(request(path).GET()), answer);
    }

    private <T> T post(String path, Class<T> answer) throws IOException {
        var request = request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody());
        return json.readValue(send(request, patience.multipliedBy(10)), answer);
    }

    private HttpRequest.Builder request(String path) {
        return newRequest(OPERATIONS + path);
    }

    private HttpRequest.Builder newRequest(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json, application/problem+json");
    }

    private String send(HttpRequest.Builder request) throws IOException {
        return send(request, patience);
    }

    /** The time limit holds for the whole answer, not only for its beginning. */
    private String send(HttpRequest.Builder request, Duration limit) throws IOException {
        var answer = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            var response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                throw new CannotRun("The server said " + response.statusCode()
                        + reason(response.body()).map(text -> ": " + text).orElse("."));
            }
            return response.body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new CannotRun("The Callout at " + server + " did not answer within " + limit.toSeconds()
                    + " s. Is it frozen or overloaded? logs/callout.log in the data folder may tell.");
        } catch (ExecutionException e) {
            throw new CannotRun(
                    e.getCause() instanceof ConnectException
                            ? "Nobody answers at " + server + "."
                            : "The Callout at " + server + " broke off its answer (" + e.getCause() + ").",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting for " + server + ".", e);
        }
    }

    private Optional<String> reason(String body) {
        try {
            var problem = json.readValue(body, Problem.class);
            return Optional.ofNullable(problem.detail() == null ? problem.title() : problem.detail());
        } catch (JacksonException e) {
            return Optional.empty(); // no problem document: the status has to do
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
