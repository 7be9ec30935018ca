package dev.callout.benchmarks.report;

import java.util.List;

/** How the time to compute all views grows with the number of events: 1 is in line with it, 2 with its square. */
final class Growth {

    private Growth() {}

    static double exponent(List<Rebuilt> rebuilds) {
        var few = rebuilds.get(0);
        var many = rebuilds.get(rebuilds.size() - 1);
        return exponent(
                few.events(),
                few.together().seconds(),
                many.events(),
                many.together().seconds());
    }

    static double exponent(double few, double fewSeconds, double many, double manySeconds) {
        return Math.log(manySeconds / fewSeconds) / Math.log(many / few);
    }
}
