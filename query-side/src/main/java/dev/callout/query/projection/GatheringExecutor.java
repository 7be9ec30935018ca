package dev.callout.query.projection;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * Lets the views take up new events a moment late, and so together. At once would mean a transaction of each view for
 * nearly each event, and the busier the product, the less would be left for the commands.
 */
class GatheringExecutor extends ScheduledThreadPoolExecutor {

    private final Duration gatherFor;

    GatheringExecutor(int threads, Duration gatherFor) {
        super(threads, new AxonThreadFactory("projections"));
        this.gatherFor = gatherFor;
    }

    @Override
    public Future<?> submit(Runnable batch) {
        return schedule(batch, gatherFor.toMillis(), TimeUnit.MILLISECONDS);
    }
}
