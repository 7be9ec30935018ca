package dev.callout.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Where a run took place: figures of two machines do not compare. */
final class Machine {

    private Machine() {}

    static String describe() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + ", Java "
                + System.getProperty("java.version");
    }

    /** How many processes wanted a processor in the last minute: much above their number, only ratios mean something. */
    static double load() {
        return Figure.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1);
    }

    static String commit(Path checkout) throws IOException {
        var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(git.getInputStream().readAllBytes()).strip();
    }
}
