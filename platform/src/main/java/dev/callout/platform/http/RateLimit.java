package dev.callout.platform.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How often somebody may do something within a while: one bucket each, filled again evenly. */
public class RateLimit {

    private static final int MOST_CALLERS_REMEMBERED = 100_000;

    private final long times;
    private final Duration within;
    private final LoadingCache<String, Bucket> buckets;

    public RateLimit(long times, Duration within) {
        this.times = times;
        this.within = within;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS_REMEMBERED)
                .expireAfterAccess(within) // by then it is full again
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, within))
                        .build());
    }

    public ConsumptionProbe take(String caller) {
        return buckets.get(caller).tryConsumeAndReturnRemaining(1);
    }

    public void giveBack(String caller) {
        buckets.get(caller).addTokens(1);
    }

    long times() {
        return times;
    }

    long seconds() {
        return within.toSeconds();
    }

    /** Whole seconds until the next try can succeed. */
    public static long waitSeconds(ConsumptionProbe probe) {
        return Math.max(
                1,
                Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
    }
}
