package dev.callout.benchmarks.stage;

/** Roughly how many seconds steps take on two processors; only the time left that is shown depends on it. */
public final class Expected {

    public static final double START = 15;
    public static final double STORIES = 4;
    public static final double SETTLE = 0.5;
    public static final double CHECK = 2;

    private static final double COPIES_PER_SECOND = 3_000;
    private static final double EVENTS_PER_SECOND = 3_000;
    private static final double READ_PER_SECOND = 100_000;
    private static final double EVENTS_OF_A_TICKET = 3.6;

    private Expected() {}

    public static double copying(double tickets) {
        return tickets / COPIES_PER_SECOND;
    }

    public static double catchingUp(double tickets) {
        return SETTLE + computing(tickets * EVENTS_OF_A_TICKET);
    }

    public static double computing(double events) {
        return events / EVENTS_PER_SECOND;
    }

    public static double reading(double events) {
        return events / READ_PER_SECOND;
    }

    public static long ticketsFor(long events) {
        return Math.round(events / EVENTS_OF_A_TICKET);
    }
}
