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
    private int drawn;

    public ProgressBar(String label, PrintStream out) {
        this.label = label;
        this.out = out;
    }

    public synchronized void show(long done, long total) {
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
        var line = String.format(
                "%-28s [%s%s] %d/%d%s", label, "#".repeat(filled), "-".repeat(WIDTH - filled), done, total, pace());
        out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        out.flush();
        drawn = line.length();
    }

    /** How fast it goes and how long the rest takes at that speed, once that can be told. */
    private String pace() {
        var seconds = (System.nanoTime() - startedAt) / 1e9;
        if (seconds < 1 || done == 0 || done >= total) {
            return "";
        }
        var perSecond = done / seconds;
        return String.format("  %.0f/s, %.0f s left", perSecond, Math.ceil((total - done) / perSecond));
    }
}
