package dev.callout.benchmarks.product;

/** Resident megabytes; what PostgreSQL's processes share is counted once. */
public record Memory(long jvm, long postgres) {

    @Override
    public String toString() {
        return "JVM " + jvm + " MB, PostgreSQL " + postgres + " MB";
    }
}
