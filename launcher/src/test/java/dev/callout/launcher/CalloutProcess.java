package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Callout of its own process, from the jar that people run, to be started, killed and read like they would. */
public final class CalloutProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Callout is ready at (\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("Password +(\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(8); // build machines have their busy hours
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;

    private CalloutProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static CalloutProcess start(Path dataFolder, Map<String, String> environment, String... words)
            throws IOException {
        return start(QuickStart.command(), dataFolder, environment, words);
    }

    static CalloutProcess start(List<String> java, Path dataFolder, Map<String, String> environment, String... words)
            throws IOException {
        var command = new ArrayList<>(java);
        command.addAll(List.of(words));
        var output = Files.createTempFile("callout-process-", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLOUT_"));
        builder.environment().putAll(Map.of("CALLOUT_DATA", dataFolder.toString(), "CALLOUT_PORT", "0"));
        builder.environment().putAll(environment);
        return new CalloutProcess(builder.start(), output);
    }

    public static CalloutProcess ready(Path dataFolder, Map<String, String> environment, String... words)
            throws Exception {
        var callout = start(dataFolder, environment, words);
        try {
            callout.awaitReady();
            return callout;
        } catch (Exception | AssertionError e) {
            callout.close(); // a failed test leaves nothing running
            throw e;
        }
    }

    public void awaitReady() throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!READY.matcher(output()).find()) {
            assertThat(process.isAlive()).as("still running:%n%s", output()).isTrue();
            assertThat(System.nanoTime()).as("not ready in time:%n%s", output()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    public URI url() throws IOException {
        var ready = READY.matcher(output());
        assertThat(ready.find()).isTrue();
        return URI.create(ready.group(1));
    }

    public String shownPassword() throws IOException {
        var password = PASSWORD.matcher(output());
        assertThat(password.find()).as("shows a password:%n%s", output()).isTrue();
        return password.group(1);
    }

    public int statusOf(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(url().resolve(path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    int signIn(String username, String password) throws Exception {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        var request = HttpRequest.newBuilder(url().resolve("/api/v1/auth/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** SIGTERM, as a service manager sends it. */
    public Duration terminate() {
        var begun = System.nanoTime();
        process.destroy();
        exitCode();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** SIGKILL, as the kernel sends it when memory runs out. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() {
        return exitCode(Duration.ofSeconds(60));
    }

    public int exitCode(Duration within) {
        return process.onExit()
                .orTimeout(within.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            terminate();
        }
        Files.deleteIfExists(output);
    }
}
