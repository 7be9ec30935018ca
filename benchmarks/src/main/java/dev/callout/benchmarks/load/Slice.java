package dev.callout.benchmarks.load;

/** What came of a load in one stretch of time: how long each single time took, and what all of them cost. */
public record Slice(double seconds, long[] nanos, Work work) {

    public Slice costing(Work work) {
        return new Slice(seconds, nanos, work);
    }

    public double perSecond() {
        return nanos.length / seconds;
    }
}
