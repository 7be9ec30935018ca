package dev.callout.query.sla.whatif;

import dev.callout.api.RefusalCode;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.api.sla.SlaWhatIfBegun;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.query.Refused;
import dev.callout.query.sla.report.Readings;
import dev.callout.query.sla.tracking.TrackedTickets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.queryhandling.QueryHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Replays the past with other terms when somebody asks for it, one replay at a time. */
@Component
class SlaWhatIfs implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SlaWhatIfs.class);

    private final OtherTermsReader drafts;
    private final TrackedTickets tickets;
    private final Readings readings;
    private final SlaBook book;
    private final WhatIfRuns runs;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(new AxonThreadFactory("sla-what-if"));

    SlaWhatIfs(
            OtherTermsReader drafts,
            TrackedTickets tickets,
            Readings readings,
            SlaBook book,
            WhatIfRuns runs,
            Clock clock) {
        this.drafts = drafts;
        this.tickets = tickets;
        this.readings = readings;
        this.book = book;
        this.runs = runs;
        this.clock = clock;
    }

    @QueryHandler
    SlaWhatIfBegun handle(TrySlaWhatIf request) {
        return begunBefore(request).orElseGet(() -> begin(request));
    }

    private Optional<SlaWhatIfBegun> begunBefore(TrySlaWhatIf request) {
        return runs.begunBy(request).map(whatIf -> new SlaWhatIfBegun(whatIf, true));
    }

    private SlaWhatIfBegun begin(TrySlaWhatIf request) {
        var others = drafts.read(request);
        var begun = SlaWhatIf.begun(request, clock.instant(), tickets.count(request.filter()));
        if (!runs.begin(request, begun)) { // perhaps the same request was a moment faster
            return begunBefore(request)
                    .orElseThrow(() -> Refused.of(
                            RefusalCode.WHAT_IF_RUNNING, "Another replay is under way; wait until it is done."));
        }
        worker.execute(() -> run(begun, others));
        return new SlaWhatIfBegun(begun, false);
    }

    private void run(SlaWhatIf begun, OtherTerms others) {
        var replay = new Replay(begun, runs);
        try {
            readings.each(
                    begun.filter(), null, ticket -> Replayed.of(ticket, book, others, begun.readAt()), replay::add);
            runs.note(replay.done());
        } catch (RuntimeException e) {
            log.warn("The past could not be replayed with other terms", e);
            runs.note(replay.failed(e));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
