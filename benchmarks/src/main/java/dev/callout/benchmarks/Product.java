package dev.callout.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Callout in a process of its own, started as people start it: {@code ./callout demo}. */
final class Product implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Callout is ready at (\\S+)");

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

    static Product start(Path checkout, Path dataFolder, String javaOptions) throws IOException, InterruptedException {
        var log = Files.createDirectories(dataFolder).resolve("benchmark-console.log");
        var builder = new ProcessBuilder(checkout.resolve("callout").toString(), "demo")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLOUT_DB_"));
        builder.environment().put("CALLOUT_DATA", dataFolder.toString());
        builder.environment().put("CALLOUT_PORT", "0");
        builder.environment()
                .put(
                        "CALLOUT_JAVA_OPTS",
                        "-Dcallout.rate-limit.requests-per-10s=0 " + javaOptions); // it would be all we measure
        var begin = System.nanoTime();
        var process = builder.start();
        var deadline = begin + Duration.ofMinutes(10).toNanos(); // it may build first
        while (System.nanoTime() < deadline && process.isAlive()) {
            var ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                var took = Duration.ofNanos(System.nanoTime() - begin);
                return new Product(process, dataFolder, URI.create(ready.group(1)), took);
            }
            Thread.sleep(20);
        }
        process.destroy();
        throw new IOException("Callout did not start:\n" + Files.readString(log));
    }

    URI address() {
        return address;
    }

    Duration startTime() {
        return startTime;
    }

    Store store() throws Exception {
        var port = Files.readString(dataFolder.resolve("postgres.port")).strip();
        return new Store(
                "jdbc:postgresql://127.0.0.1:" + port + "/callout",
                Files.readString(dataFolder.resolve("postgres.password")).strip());
    }

    Processors processors() throws IOException {
        return Processors.of(process, dataFolder);
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
