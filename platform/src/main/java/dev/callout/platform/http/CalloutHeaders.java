package dev.callout.platform.http;

/** The headers of our own, and those of others that Spring has no name for. */
public final class CalloutHeaders {

    /** In answers to commands: the {@link Position} reached. */
    public static final String POSITION = "Callout-Position";

    /** In reads: the {@link Position} the answer should include. */
    public static final String WAIT_FOR = "Callout-Wait-For";

    /** In answers to reads: the position waited for was not reached in time. */
    public static final String STALE = "Callout-Stale";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";

    private CalloutHeaders() {}
}
