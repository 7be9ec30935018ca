package dev.callout.launcher.cli;

import java.io.PrintStream;
import java.time.Duration;

/** A line that fills up while something long is done; where nobody watches, only its end is written. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private final String label;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private final boolean terminal;
    private long total;

    public ProgressBar(String label, PrintStream out) {
        this(label, out, Boolean.getBoolean("callout.terminal")); // the script's word: Java 17 itself cannot tell
    }

    ProgressBar(String label, PrintStream out, boolean terminal) {
        this.label = label;
        this.out = out;
        this.terminal = terminal;
    }

    public void show(long done, long total) {
        this.total = total;
        if (terminal) {
            out.print("\r" + line(done));
            out.flush();
        }
    }

    /** Full, whatever was seen last: the end may come between two looks. */
    public void finish() {
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        out.printf("%s%s  %.1f s%n", terminal ? "\r" : "", line(total), seconds);
    }

    public void abandon() {
        if (terminal) {
            out.println();
        }
    }

    private String line(long done) {
        var filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / total);
        return "%-28s [%s%s] %d/%d".formatted(label, "#".repeat(filled), "-".repeat(WIDTH - filled), done, total);
    }
}
