package dev.callout.faults;

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
                "CALLOUT_DB_URL", database.url(),
                "CALLOUT_DB_USER", database.user(),
                "CALLOUT_DB_PASSWORD", database.password(),
                "CALLOUT_MASTER_KEY", MASTER_KEY,
                "CALLOUT_RATE_LIMIT_REQUESTS_PER_10S", "0"));
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

    /** Somebody who may run the desk, signed in at the node; opened by the first administrator, wherever that was. */
    public DemoUser manager(String name) throws Exception {
        var opener = running.values().stream()
                .filter(Nodes::showedPassword)
                .findFirst()
                .orElseThrow();
        var admin = DemoUser.signedIn(opener.url(), "admin", opener.shownPassword());
        admin.post("/api/v1/accounts", UUID.nameUUIDFromBytes("manager".getBytes()), """
                {"username":"mara","displayName":"Mara","role":"MANAGER","password":"%s"}""".formatted(PASSWORD));
        return DemoUser.signedIn(url(name), "mara", PASSWORD);
    }

    private static boolean showedPassword(CalloutProcess process) {
        try {
            return process.output().contains("Password  ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
