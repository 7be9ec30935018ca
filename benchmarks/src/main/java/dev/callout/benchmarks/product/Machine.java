package dev.callout.benchmarks.product;

import dev.callout.benchmarks.load.Figure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run took place: figures of two machines do not compare. */
public final class Machine {

    private Machine() {}

    public static String describe() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " processors, " + memory() + " GB memory, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version");
    }

    private static long memory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** How many processes wanted a processor in the last minute: much above their number, only ratios mean something. */
    public static double load() {
        return Figure.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1);
    }

    public static String commit(Path checkout) throws IOException {
        var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(git.getInputStream().readAllBytes()).strip();
    }
}
