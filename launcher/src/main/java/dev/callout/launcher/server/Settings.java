package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.database.ExistingDatabase;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Callout keeps its data and where it listens, as the {@code CALLOUT_…} environment variables say. */
public record Settings(
        Path dataFolder,
        Path cache,
        String bind,
        int port,
        Optional<ExistingDatabase> existingDatabase,
        boolean unsafeDatabase,
        MasterKeyPlace masterKey,
        Deployment deployment,
        boolean logOnConsole,
        boolean behindProxy) {

    public static Settings from(Map<String, String> environment) {
        return new Settings(
                Path.of(environment.getOrDefault("CALLOUT_DATA", "data"))
                        .toAbsolutePath()
                        .normalize(),
                cache(environment),
                environment.getOrDefault("CALLOUT_BIND", "127.0.0.1"),
                port(environment.getOrDefault("CALLOUT_PORT", "8080")),
                ExistingDatabase.from(environment),
                Boolean.parseBoolean(environment.get("CALLOUT_DATABASE_ALLOW_UNSAFE")),
                MasterKeyPlace.from(environment),
                Deployment.from(environment),
                "json".equals(environment.get("CALLOUT_LOG")),
                Boolean.parseBoolean(environment.get("CALLOUT_BEHIND_PROXY")));
    }

    /** The same place, heard by nobody else: for work that needs a server only for a moment. */
    public Settings onAnyFreePort() {
        return new Settings(
                dataFolder,
                cache,
                "127.0.0.1",
                0,
                existingDatabase,
                unsafeDatabase,
                masterKey,
                deployment,
                logOnConsole,
                behindProxy);
    }

    /** Where to speak to people: standard output, unless programs read the log there. */
    public PrintStream wordsTo(PrintStream out) {
        return logOnConsole ? System.err : out;
    }

    InetAddress bindAddress() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new CannotRun("CALLOUT_BIND names no address of this machine: " + bind + ".", e);
        }
    }

    boolean loopbackOnly() {
        return bindAddress().isLoopbackAddress();
    }

    /** What can be made again at any time, shared by all data folders of this user. */
    private static Path cache(Map<String, String> environment) {
        var home = Path.of(System.getProperty("user.home"));
        var caches = environment.get("XDG_CACHE_HOME");
        return (caches == null || caches.isBlank() ? home.resolve(".cache") : Path.of(caches)).resolve("callout");
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, for words and for numbers out of range alike
        }
        throw new CannotRun("CALLOUT_PORT must be a number from 0 to 65535, not \"" + text + "\".");
    }
}
