package dev.callout.benchmarks.load;

import java.util.Arrays;
import java.util.List;

/**
 * How often something was done, and how long single times took, in milliseconds.
 *
 * @param each what one time cost the processors, all that followed from it included
 */
public record Figure(long times, double perSecond, double p50, double p95, double p99, double worst, Work each) {

    public static Figure of(List<Slice> slices) {
        var seconds = slices.stream().mapToDouble(Slice::seconds).sum();
        var sorted = slices.stream()
                .flatMapToLong(slice -> Arrays.stream(slice.nanos()))
                .sorted()
                .toArray();
        var work = slices.stream().map(Slice::work).reduce(Work.NONE, Work::plus);
        return new Figure(
                sorted.length,
                rounded(sorted.length / seconds, 1),
                millis(sorted, 50),
                millis(sorted, 95),
                millis(sorted, 99),
                millis(sorted, 100),
                work.each(sorted.length));
    }

    private static double millis(long[] sorted, int percent) {
        return rounded(percentile(sorted, percent) / 1e6, 3);
    }

    /** The nearest rank: a time that was really measured, and that so many percent did not exceed. */
    static long percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        var rank = (int) Math.ceil(sorted.length * (percent / 100.0));
        return sorted[Math.max(rank, 1) - 1];
    }

    public static double rounded(double value, int digits) {
        var factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
