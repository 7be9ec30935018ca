package dev.callout.launcher.cli;

import java.io.PrintStream;

/** One line that fills up while something long goes on, and ends with the time it took; silent where nobody watches. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private final String label;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private final boolean terminal;
    private long total;
    private int drawn;

    public ProgressBar(String label, PrintStream out) {
        this(label, out, Boolean.getBoolean("callout.terminal")); // the script's word: Java 17 itself cannot tell
    }

    ProgressBar(String label, PrintStream out, boolean terminal) {
        this.label = label;
        this.out = out;
        this.terminal = terminal;
    }

    public synchronized void show(long done, long total) {
        this.total = total;
        if (terminal) {
            var line = line(done) + pace(done);
            out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            out.flush();
            drawn = line.length();
        }
    }

    /** Full, whatever was seen last: the end may come between two looks. */
    public synchronized void finish() {
        var line = "%s  %.1f s".formatted(line(total), seconds());
        out.println((terminal ? "\r" : "") + line + " ".repeat(Math.max(0, drawn - line.length())));
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

    /** How fast it goes and how long the rest takes at that speed, once that can be told. */
    private String pace(long done) {
        if (seconds() < 1 || done == 0 || done >= total) {
            return "";
        }
        var perSecond = done / seconds();
        return "  %.0f/s, %.0f s left".formatted(perSecond, Math.ceil((total - done) / perSecond));
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }
}
