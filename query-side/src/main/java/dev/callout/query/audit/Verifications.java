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
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Has the history compared with its seals when somebody asks for it, one comparison at a time. */
@Component
class Verifications implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final HistoryCheck check;
    private final VerificationRuns runs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(new AxonThreadFactory("verification"));

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

    @QueryHandler
    Verification handle(FindVerification query) {
        return runs.last();
    }

    private void run(VerifyHistory request, Verification begun) {
        try {
            var verdict = check.run(request.published(), runs::note);
            if (verdict.state() == State.BROKEN) {
                log.error("The history is not as it was sealed: {}", verdict.findings());
            }
            runs.note(verdict);
        } catch (RuntimeException e) {
            log.warn("The history could not be compared with its seals", e);
            runs.note(begun.failed(Instant.now(), e.getMessage()));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
