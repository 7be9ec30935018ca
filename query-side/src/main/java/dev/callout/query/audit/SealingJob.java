package dev.callout.query.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals new events every second, and signs for them when their day is over. */
@Component
class SealingJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SealingJob.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Sealing sealing;
    private final Checkpoints checkpoints;
    private final CheckpointFolder folder;
    private final boolean wanted;

    private ScheduledExecutorService worker;
    private boolean unpublished = true; // a crash may have come between
    private boolean takenOver;
    private boolean failing;

    SealingJob(
            Sealing sealing,
            Checkpoints checkpoints,
            CheckpointFolder folder,
            @Value("${callout.audit.sealing:true}") boolean wanted) {
        this.sealing = sealing;
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.wanted = wanted;
    }

    private void run() {
        try {
            if (!takenOver) {
                sealing.takeOverOldBlocks();
                takenOver = true;
            }
            sealing.catchUp();
            if (checkpoints.isDue()) {
                checkpoints.take();
                unpublished = true;
            }
            if (unpublished) {
                folder.publish(checkpoints.all());
                unpublished = false;
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) { // once is enough for one trouble
                log.error("Events cannot be sealed now; trying again every second", e);
            }
            failing = true;
        }
    }

    @Override
    public void start() {
        worker = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("audit"));
        if (wanted) {
            worker.scheduleWithFixedDelay(this::run, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        worker.shutdown();
        try {
            worker.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
