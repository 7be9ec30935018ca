package dev.callout.benchmarks.product;

import dev.callout.benchmarks.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Callout in a process of its own, on a data folder of its own, started as people start it: {@code ./callout demo}. */
public final class Product implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Callout is ready at (\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10); // it may build first

    /** It would be all there is to measure. */
    public static final String NO_RATE_LIMIT = "-Dcallout.rate-limit.requests-per-10s=0";

    private final Process process;
    private final Path dataFolder;
    private final URI address;
    private final Duration startTime;

    private Product(Process process, Path dataFolder, URI address, Duration startTime) {
        this.process = process;
        this.dataFolder = dataFolder;
        this.address = address;
        this.startTime = startTime;
    }

    /** How the product is started and with which options for its JVM. */
    public record Recipe(List<String> command, String javaOptions) {

        /** As people start it, unless a test names a jar that was built for it. */
        public static Recipe of(Path checkout, String javaOptions) {
            var jar = System.getProperty("callout.jar");
            var java = System.getProperty("java.home") + "/bin/java";
            return new Recipe(
                    jar == null
                            ? List.of(checkout.resolve("callout").toString(), "demo")
                            : List.of(java, "-Xmx256m", NO_RATE_LIMIT, "-jar", jar, "demo"),
                    javaOptions);
        }

        public Product start(Path dataFolder) throws IOException, InterruptedException {
            return Product.start(this, dataFolder, Map.of());
        }

        /** One more process on the database of one that runs, with a folder of its own. */
        public Product startBeside(Product other, Path dataFolder) throws IOException, InterruptedException {
            var store = other.store();
            var serve = new ArrayList<>(command.subList(0, command.size() - 1)); // without the demo, which is there
            serve.add("serve");
            return Product.start(
                    new Recipe(serve, javaOptions),
                    dataFolder,
                    Map.of(
                            "CALLOUT_DB_URL",
                            store.url(),
                            "CALLOUT_DB_USER",
                            "callout",
                            "CALLOUT_DB_PASSWORD",
                            store.password(),
                            "CALLOUT_MASTER_KEY_FILE",
                            other.dataFolder.resolve("master.key").toString()));
        }
    }

    /** Thrown with what the product said instead. */
    public static final class DidNotStart extends IOException {

        private static final long serialVersionUID = 1;

        DidNotStart(String console) {
            super("Callout did not start:\n" + console);
        }
    }

    private static Product start(Recipe recipe, Path dataFolder, Map<String, String> more)
            throws IOException, InterruptedException {
        var console = Files.createDirectories(dataFolder).resolve("benchmark-console.log");
        var builder =
                new ProcessBuilder(recipe.command()).redirectErrorStream(true).redirectOutput(console.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CALLOUT_"));
        environment.put("CALLOUT_DATA", dataFolder.toString());
        environment.put("CALLOUT_PORT", "0");
        environment.putAll(more);
        environment.put("CALLOUT_JAVA_OPTS", (NO_RATE_LIMIT + " " + recipe.javaOptions()).strip());
        var begin = System.nanoTime();
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // nothing goes on when we are stopped
        try {
            while (System.nanoTime() - begin < PATIENCE.toNanos() && process.isAlive()) {
                var ready = READY.matcher(Files.readString(console));
                if (ready.find()) {
                    var took = Duration.ofNanos(System.nanoTime() - begin);
                    return new Product(process, dataFolder, URI.create(ready.group(1)), took);
                }
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            process.destroy();
            throw e;
        }
        process.destroy();
        throw new DidNotStart(Files.readString(console));
    }

    public URI address() {
        return address;
    }

    public Duration startTime() {
        return startTime;
    }

    public Store store() throws IOException {
        var port = Files.readString(dataFolder.resolve("postgres.port")).strip();
        return new Store(
                "jdbc:postgresql://127.0.0.1:" + port + "/callout",
                Files.readString(dataFolder.resolve("callout.password")).strip());
    }

    public Processors processors() throws IOException {
        return new Processors(process.pid(), postgres().postmaster());
    }

    public Postgres postgres() {
        return new Postgres(dataFolder.resolve("postgres"));
    }

    /** SIGTERM, as a service manager sends it; says after how many seconds it had ended, or that it had not. */
    public double terminate() throws InterruptedException, IOException {
        var begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IOException("Callout has not ended a minute after it was told to.");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** SIGSTOP: it stands still in the middle of whatever it does, as in a long pause of its machine. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** SIGKILL; its PostgreSQL is left without a parent. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
