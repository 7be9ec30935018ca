package dev.callout.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them, the same on every machine. */
final class Words {

    private Words() {}

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Three digits where they say something. */
    static String number(double value) {
        return text(
                value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 0.1 || value == 0 ? "%.2f" : "%.3f", value);
    }
}
