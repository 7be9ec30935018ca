package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.database.ExistingDatabase;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
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
        Optional<Path> logFile,
        boolean behindProxy) {

    private static final int FEWEST_CONNECTIONS = 4;

    public static Settings from(Map<String, String> environment) {
        requireNumber("CALLOUT_CONNECTIONS", environment, FEWEST_CONNECTIONS, 1000);
        requireNumber("CALLOUT_COMMANDS_IN_FLIGHT", environment, 1, 1_000_000);
        return new Settings(
                Path.of(environment.getOrDefault("CALLOUT_DATA", "data"))
                        .toAbsolutePath()
                        .normalize(),
                cache(environment),
                environment.getOrDefault("CALLOUT_BIND", "127.0.0.1"),
                number("CALLOUT_PORT", environment.getOrDefault("CALLOUT_PORT", "8080"), 0, 65_535),
                ExistingDatabase.from(environment),
                isTrue("CALLOUT_DATABASE_ALLOW_UNSAFE", environment),
                MasterKeyPlace.from(environment),
                Deployment.from(environment),
                choice("CALLOUT_LOG", environment, "text", "json").equals("json"),
                Optional.ofNullable(environment.get("CALLOUT_LOG_FILE")).map(Path::of),
                isTrue("CALLOUT_BEHIND_PROXY", environment));
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
                logFile,
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

    /** One that Spring reads for itself; here it is only held against what can work. */
    private static void requireNumber(String name, Map<String, String> environment, int least, int most) {
        if (environment.containsKey(name)) {
            number(name, environment.get(name), least, most);
        }
    }

    private static int number(String name, String text, int least, int most) {
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, for words and for numbers out of range alike
        }
        throw new CannotRun(name + " must be a number from " + least + " to " + most + ", not \"" + text + "\".");
    }

    private static boolean isTrue(String name, Map<String, String> environment) {
        return choice(name, environment, "false", "true").equals("true");
    }

    /** The first is meant when nothing is said. */
    private static String choice(String name, Map<String, String> environment, String... choices) {
        var text = environment.getOrDefault(name, choices[0]).strip();
        if (!List.of(choices).contains(text)) {
            throw new CannotRun(name + " must be " + String.join(" or ", choices) + ", not \"" + text + "\".");
        }
        return text;
    }
}
