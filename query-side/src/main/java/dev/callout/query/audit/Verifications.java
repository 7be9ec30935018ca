package dev.callout.query.audit;

import dev.callout.api.RefusalCode;
import dev.callout.api.audit.FindVerification;
import dev.callout.api.audit.Verification;
import dev.callout.api.audit.Verification.State;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.query.Refused;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the history compared with its seals when somebody asks for it, one comparison at a time. */
@Component
class Verifications implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final HistoryCheck check;
    private final VerificationRuns runs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(new AxonThreadFactory("verification"));
    private final ScheduledExecutorService clerk =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("verification"));

    Verifications(HistoryCheck check, VerificationRuns runs) {
        this.check = check;
        this.runs = runs;
    }

    @QueryHandler
    Verification handle(VerifyHistory request) {
        var begun = check.begun();
        if (!runs.begin(begun)) {
            throw Refused.of(
                    RefusalCode.VERIFICATION_RUNNING, "The history is being checked already; wait for the end.");
        }
        worker.execute(() -> run(request, begun));
        return begun;
    }

    /** Nothing is stopped by what this finds: the log, the metrics and the report show it. */
    @EventListener(ApplicationReadyEvent.class)
    void checkAtStart() {
        worker.execute(() -> {
            try {
                var verdict = check.atStart();
                if (verdict.state() == State.BROKEN) {
                    log.error("Not all is as the product wrote it: {}", verdict.findings());
                    runs.begin(verdict);
                    runs.note(verdict);
                }
            } catch (RuntimeException e) {
                log.warn("What is kept could not be checked at the start", e);
            }
        });
    }

    @QueryHandler
    Verification handle(FindVerification query) {
        return runs.last();
    }

    /** Progress is noted by another thread: this one sees the database as it was, and writes nothing. */
    private void run(VerifyHistory request, Verification begun) {
        var reached = new AtomicReference<>(begun);
        var notes = clerk.scheduleWithFixedDelay(() -> note(reached.get()), 1, 1, TimeUnit.SECONDS);
        try {
            reached.set(check.run(request, reached::set));
        } catch (RuntimeException e) {
            log.warn("The history could not be compared with its seals", e);
            reached.set(begun.failed(Instant.now(), e.getMessage()));
        }
        if (reached.get().state() == State.BROKEN) {
            log.error("The history is not as it was sealed: {}", reached.get().findings());
        }
        notes.cancel(false);
        clerk.execute(() -> note(reached.get()));
    }

    private void note(Verification report) {
        try {
            runs.note(report);
        } catch (RuntimeException e) {
            log.warn("How far the comparison of the history with its seals is could not be noted", e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        clerk.shutdown();
    }
}
