package dev.callout.launcher.cli;

import java.io.PrintStream;
import java.time.Duration;

/** A line that fills up while something long is done. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private final String label;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private long done;
    private long total;

    public ProgressBar(String label, PrintStream out) {
        this.label = label;
        this.out = out;
    }

    public void show(long done, long total) {
        this.done = done;
        this.total = total;
        draw();
    }

    /** Full, whatever was seen last: the end may come between two looks. */
    public void finish() {
        show(total, total);
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        out.printf("  %.1f s%n", seconds);
    }

    public void abandon() {
        out.println();
    }

    private void draw() {
        var filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / total);
        out.printf("\r%-28s [%s%s] %d/%d", label, "#".repeat(filled), "-".repeat(WIDTH - filled), done, total);
        out.flush();
    }
}
