package dev.callout.benchmarks.load;

/**
 * Microseconds of processor time that the load client, the product's JVM and PostgreSQL have used: unlike the clock,
 * hardly moved by others who use the machine.
 */
public record Work(long client, long jvm, long postgres) {

    public static final Work NONE = new Work(0, 0, 0);

    public Work since(Work before) {
        return new Work(client - before.client, jvm - before.jvm, postgres - before.postgres);
    }

    Work plus(Work other) {
        return new Work(client + other.client, jvm + other.jvm, postgres + other.postgres);
    }

    Work each(long times) {
        var divisor = Math.max(times, 1);
        return new Work(client / divisor, jvm / divisor, postgres / divisor);
    }

    public long sum() {
        return client + jvm + postgres;
    }
}
