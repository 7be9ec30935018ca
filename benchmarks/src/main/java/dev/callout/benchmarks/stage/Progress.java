package dev.callout.benchmarks.stage;

import dev.callout.benchmarks.product.Machine;
import java.io.PrintStream;
import java.util.Locale;

/** Shows what is going on, how much of it is done and about how long the rest takes: in one line, where somebody watches. */
public final class Progress {

    private static final int WIDTH = 24;
    private static final double TOO_SOON_TO_TELL = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final double expected;
    private final long begin = System.nanoTime();
    private double done;
    private double current;
    private String what = "";

    /** @param expected seconds, for all steps together */
    public Progress(PrintStream out, boolean terminal, double expected) {
        this.out = out;
        this.terminal = terminal;
        this.expected = expected;
    }

    /** The step before is done; the one that begins should take so many seconds. */
    public synchronized void step(String what, double seconds) {
        done = Math.min(expected, done + current);
        current = seconds;
        this.what = what;
        show("");
    }

    /** How far the step is. */
    public synchronized void detail(String words) {
        if (terminal) { // elsewhere it would fill pages
            show(": " + words);
        }
    }

    public synchronized void finish() {
        done = expected;
        current = 0;
        what = "done";
        show("");
        if (terminal) {
            out.println();
        }
    }

    private void show(String detail) {
        var share = expected == 0 ? 1 : done / expected;
        var filled = (int) (share * WIDTH);
        var line = String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  %s  load %.1f  %s%s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                100 * share,
                left(),
                Machine.load(),
                what,
                detail);
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** At the pace of what is done, once that says something. */
    private String left() {
        var elapsed = (System.nanoTime() - begin) / 1e9;
        var pace = done < TOO_SOON_TO_TELL ? 1 : elapsed / done;
        var seconds = (long) Math.ceil((expected - done) * pace);
        return seconds >= 120 ? "about " + (seconds + 30) / 60 + " min left" : "about " + seconds + " s left";
    }
}
