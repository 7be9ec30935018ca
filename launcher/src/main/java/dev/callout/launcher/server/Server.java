package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.Product;
import dev.callout.launcher.backup.Restore;
import dev.callout.launcher.database.DataVersion;
import dev.callout.launcher.database.Database;
import dev.callout.launcher.database.Durability;
import dev.callout.launcher.database.EmbeddedDatabase;
import dev.callout.launcher.database.SameTime;
import dev.callout.launcher.database.SessionLimits;
import dev.callout.launcher.database.Superuser;
import dev.callout.platform.keys.MasterKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;

/** All of one running Callout: its locked data folder, its PostgreSQL, its Spring context. Closing ends them in reverse. */
public final class Server implements AutoCloseable {

    private static final Duration ERRAND_WAITS = Duration.ofMinutes(1);

    private final Settings settings;
    private final Mode mode;
    private final Shutdown shutdown = new Shutdown();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean demo;
    private ConfigurableApplicationContext context;

    private Server(Settings settings, Mode mode) {
        this.settings = settings;
        this.mode = mode;
    }

    public static Server start(Settings settings, Mode mode) throws IOException {
        var server = new Server(settings, mode);
        var onSignal = new Thread(server::close, "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            server.start();
            return server;
        } catch (RuntimeException | IOException e) {
            server.close();
            throw e;
        }
    }

    /** Whether there ever was a Callout on the data folder, or one was brought back to it. */
    public static boolean hasRunOn(Settings settings) {
        return OperatorKey.existsIn(settings.dataFolder()) || EmbeddedDatabase.existsIn(settings.dataFolder());
    }

    /** Whether the made-up company, whose passwords are public, lives there. */
    public static boolean isDemo(Settings settings) {
        return DemoMark.isOn(settings.dataFolder());
    }

    public static void markAsDemo(Settings settings) throws IOException {
        DemoMark.put(settings.dataFolder());
    }

    /** Where the server that runs on this data folder answers, if there is one. */
    public static Optional<URI> runningOn(Settings settings) throws IOException {
        return DataFolder.serverOf(settings.dataFolder());
    }

    /** What an operator's command shows to be let in: whoever can read the data folder is the operator. */
    public static String operatorKey(Settings settings) throws IOException {
        return OperatorKey.readFrom(settings.dataFolder());
    }

    private void start() throws IOException {
        var folder = shutdown.with(DataFolder.open(settings.dataFolder()));
        demo = demo(folder);
        var masterKey = settings.masterKey().fileIn(folder);
        MasterKey.requireForm(
                settings.masterKey().value().orElse(""),
                masterKey.map(Path::toString).orElse(""));
        requireFreePort();
        settings.deployment().requireHosts();
        var key = OperatorKey.madeIn(folder);
        var database = database();
        if (!settings.unsafeDatabase()) {
            Durability.require(database);
        }
        Superuser.warn(database);
        SameTime.require(database, Clock.systemUTC());
        Restore.requireNoneUnderWay(database);
        DataVersion.requireNotNewer(database, Product.version());
        context = shutdown.with(new Application(mode, settings)).start(properties(database, key, masterKey));
        DataVersion.note(database, Product.version());
        shutdown.requireNotOver();
        folder.announce(address());
    }

    private boolean demo(DataFolder folder) throws IOException {
        if (mode == Mode.DEMO) {
            if (settings.deployment().isOneOfSeveral()) {
                throw new CannotRun(
                        "The demo runs in one process. Start it without CALLOUT_ROLE and CALLOUT_EVENT_STORE.");
            }
            DemoMark.require(folder);
        }
        var demo = DemoMark.isOn(folder);
        if (demo && !settings.loopbackOnly()) {
            throw new CannotRun(
                    "The demo's passwords are public, so it listens on this machine only. Start it without CALLOUT_BIND.");
        }
        return demo;
    }

    private void requireFreePort() {
        try (var probe = new ServerSocket(settings.port(), 1, settings.bindAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun("Port " + settings.port() + " of " + settings.bind() + " cannot be had ("
                    + e.getMessage() + "). Choose another with CALLOUT_PORT.");
        }
    }

    private Database database() throws IOException {
        if (settings.existingDatabase().isPresent()) {
            var existing = settings.existingDatabase().get();
            return mode == Mode.ERRAND ? existing.reach() : existing.await(System.err);
        }
        if (settings.deployment().isOneOfSeveral()) {
            throw new CannotRun("Several processes share one PostgreSQL: say which with CALLOUT_DB_URL.");
        }
        return shutdown.with(new EmbeddedDatabase(settings.dataFolder(), settings.cache(), settings.unsafeDatabase()))
                .start();
    }

    private List<String> properties(Database database, Path key, Optional<Path> masterKey) {
        var properties = new ArrayList<>(List.of(
                "--server.address=" + settings.bind(),
                "--server.port=" + settings.port(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.connection-init-sql=" + SessionLimits.sqlFor(database),
                "--logging.file.name="
                        + settings.logFile()
                                .orElse(settings.dataFolder().resolve("logs").resolve("callout.log")),
                "--callout.data-folder=" + settings.dataFolder(),
                "--callout.operator-key-file=" + key,
                "--callout.demo=" + demo));
        properties.addAll(settings.deployment().properties());
        if (settings.behindProxy()) {
            properties.add(
                    "--server.forward-headers-strategy=native"); // who calls, as a proxy in a private network says
        }
        masterKey.ifPresent(file -> properties.add("--callout.master-key-file=" + file));
        if (mode == Mode.ERRAND) {
            properties.add("--logging.threshold.console=off");
            properties.add("--callout.axon-server-patience=" + ERRAND_WAITS);
        }
        return properties;
    }

    public URI address() {
        var bind = settings.bindAddress();
        var host = bind.isAnyLocalAddress() || bind.equals(InetAddress.getLoopbackAddress())
                ? "localhost"
                : settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
        return URI.create("http://" + host + ":" + context.getEnvironment().getProperty("local.server.port"));
    }

    public boolean isDemo() {
        return demo;
    }

    @Override
    public void close() {
        shutdown.close();
        stopped.countDown();
    }

    public void runUntilStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }
}
