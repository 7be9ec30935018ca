package dev.callout.platform.http;

/** The headers of our own, and those of others that Spring has no name for. */
public final class CalloutHeaders {

    /** In answers to commands: the {@link Position} reached. */
    public static final String POSITION = "Callout-Position";

    /** In reads: the {@link Position} the answer should include. */
    public static final String WAIT_FOR = "Callout-Wait-For";

    /** In answers to reads: the position waited for was not reached in time. */
    public static final String STALE = "Callout-Stale";

    /** In commands: the sender's own id of the device that reports. */
    public static final String DEVICE = "Callout-Device";

    /** In commands: what the clock of that device says while it sends. */
    public static final String DEVICE_TIME = "Callout-Device-Time";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";

    private CalloutHeaders() {}
}
