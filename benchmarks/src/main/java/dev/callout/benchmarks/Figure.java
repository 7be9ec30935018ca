package dev.callout.benchmarks;

import java.util.Arrays;

/**
 * How often something was done in a while, and how long single times took, in milliseconds.
 *
 * @param work what each time cost the processors, all that followed from it included; null where nobody looked
 */
record Figure(
        String what,
        int clients,
        long times,
        double perSecond,
        double p50,
        double p95,
        double p99,
        double worst,
        Work work) {

    /** Microseconds of processor time: unlike the clock, hardly moved by others who use the machine. */
    record Work(long jvm, long postgres) {}

    static Figure of(String what, int clients, double seconds, long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figure(
                what,
                clients,
                sorted.length,
                rounded(sorted.length / seconds, 1),
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                percentile(sorted, 100),
                null);
    }

    Figure with(Processors.Used used) {
        var work = new Work(used.jvmMicros() / Math.max(times, 1), used.postgresMicros() / Math.max(times, 1));
        return new Figure(what, clients, times, perSecond, p50, p95, p99, worst, work);
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        var rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return rounded(sorted[Math.max(rank, 1) - 1] / 1e6, 2);
    }

    static double rounded(double value, int digits) {
        var factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
