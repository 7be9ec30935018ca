package dev.callout.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.launcher.CalloutProcess;
import dev.callout.launcher.database.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Several processes of one Callout, each with a role, a folder and a port of its own. */
public final class Nodes implements AutoCloseable {

    private static final String MASTER_KEY = "c0ffee".repeat(11).substring(0, 64);
    private static final String PASSWORD = "a-password-of-the-test";

    private final Path folder;
    private final Map<String, String> shared;
    private final Map<String, CalloutProcess> running = new LinkedHashMap<>();

    /** {@code more} is what else all of them are told. */
    public Nodes(Path folder, Database database, Map<String, String> more) {
        this.folder = folder;
        shared = new HashMap<>(Map.of(
                "CALLOUT_DB_URL",
                database.url(),
                "CALLOUT_DB_USER",
                database.user(),
                "CALLOUT_DB_PASSWORD",
                database.password(),
                "CALLOUT_MASTER_KEY",
                MASTER_KEY,
                "CALLOUT_CONNECTIONS",
                "14", // four of them share what one PostgreSQL of the tests has
                "CALLOUT_RATE_LIMIT_REQUESTS_PER_10S",
                "0"));
        shared.putAll(more);
    }

    /** Starts processes named after their roles, such as {@code command-1}, at the same time. */
    public void start(String... names) throws Exception {
        for (var name : names) {
            begin(name);
        }
        for (var name : names) {
            running.get(name).awaitReady();
        }
    }

    public CalloutProcess begin(String name) throws IOException {
        var environment = new HashMap<>(shared);
        environment.put("CALLOUT_ROLE", name.replaceFirst("-\\d+$", ""));
        running.put(name, CalloutProcess.start(folder.resolve(name), environment));
        return running.get(name);
    }

    public URI url(String name) throws IOException {
        return running.get(name).url();
    }

    public CalloutProcess process(String name) {
        return running.get(name);
    }

    public void kill(String name) {
        running.get(name).kill();
    }

    /** Somebody who may run the desk, signed in at the node. */
    public DemoUser manager(String name) throws Exception {
        open("mara", "MANAGER");
        return DemoUser.signedIn(url(name), "mara", PASSWORD);
    }

    /** Somebody who does the work, signed in at the node. */
    public DemoUser technician(String name) throws Exception {
        open("tom", "TECHNICIAN");
        return DemoUser.signedIn(url(name), "tom", PASSWORD);
    }

    /** The first administrator, wherever the first password was shown. */
    public DemoUser admin(String name) throws Exception {
        for (var process : running.values()) {
            if (process.output().contains("Password  ")) {
                return DemoUser.signedIn(url(name), "admin", process.shownPassword());
            }
        }
        throw new AssertionError("Nobody showed a first password.");
    }

    private void open(String username, String role) throws Exception {
        var door = running.keySet().stream()
                .filter(name -> name.startsWith("command"))
                .findFirst()
                .orElseThrow();
        var opened = admin(door)
                .post("/api/v1/accounts", UUID.randomUUID(), """
                {"username":"%s","displayName":"%s","role":"%s","password":"%s"}""".formatted(username, username, role, PASSWORD));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }

    /** A command of an operator, as a process of its own that goes when it is done. */
    public CalloutProcess errand(String... words) throws IOException {
        return CalloutProcess.start(folder.resolve("errand"), shared, words);
    }

    public List<CalloutProcess> all() {
        return List.copyOf(running.values());
    }

    @Override
    public void close() throws IOException {
        for (var process : running.values()) {
            process.close();
        }
    }
}
