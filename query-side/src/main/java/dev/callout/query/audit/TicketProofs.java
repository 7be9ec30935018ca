package dev.callout.query.audit;

import dev.callout.api.RefusalCode;
import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.FindTicketProof;
import dev.callout.api.audit.TakeCheckpoint;
import dev.callout.api.audit.TicketProof;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.query.Refused;
import dev.callout.query.ticket.IdOrNumber;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands a ticket's history out with the proof of it, once it is sealed and signed for up to its last event. */
@Component
class TicketProofs {

    private static final Duration LAST_EVENTS_WITHIN = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final JdbcClient db;
    private final EventStore events;
    private final Sealing sealing;
    private final SealedEvents sealed;
    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final CheckpointFolder folder;
    private final ProofWriter writer;

    TicketProofs(
            JdbcClient db,
            EventStore events,
            Sealing sealing,
            SealedEvents sealed,
            Blocks blocks,
            Checkpoints checkpoints,
            CheckpointFolder folder,
            ProofWriter writer) {
        this.db = db;
        this.events = events;
        this.sealing = sealing;
        this.sealed = sealed;
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.writer = writer;
    }

    /** Reading changes nothing: what nobody signed for yet has no proof yet. */
    @QueryHandler
    TicketProof handle(FindTicketProof query) {
        var ticketId = db.sql("SELECT ticket_id FROM ticket_details WHERE " + IdOrNumber.column(query.ticket())
                        + " = :ticket")
                .param("ticket", query.ticket())
                .query(String.class)
                .optional()
                .orElseThrow(Refused::notFound);
        if (query.after() != null) {
            return writer.goOn(sealed.ofAggregate(ticketId, query.after(), ProofWriter.EVENTS_OF_A_PART));
        }
        var history = sealed.ofAggregate(ticketId);
        var signed = signedFor(history);
        if (signed.isEmpty()
                || history.size() <= events.lastSequenceNumberFor(ticketId).orElse(-1L)) {
            throw Refused.of(
                    RefusalCode.NOT_YET_SIGNED_FOR,
                    "The ticket's last events are in no checkpoint yet. An auditor takes one at any time with POST"
                            + " /api/v1/audit/checkpoints; the next one comes by itself at " + checkpoints.nextAt()
                            + ".");
        }
        return writer.begin(ticketId, history, signed);
    }

    /** The checkpoints over a whole history; none unless they reach its last event. */
    private List<Checkpoint> signedFor(List<SealedEvent> history) {
        var blocks = history.stream().mapToLong(SealedEvent::block).summaryStatistics();
        var signed = checkpoints.over(blocks.getMin(), blocks.getMax());
        return signed.isEmpty() || signed.get(signed.size() - 1).lastBlock() < blocks.getMax() ? List.of() : signed;
    }

    @QueryHandler
    Checkpoint handle(TakeCheckpoint request) {
        seal();
        var taken = checkpoints.take().orElseThrow(Refused::notFound);
        folder.publish(checkpoints.all());
        return taken;
    }

    /** All that is stored by now, unless an append that hangs keeps the last of it from being sealed for long. */
    private void seal() {
        var last = events.createHeadToken().position().orElse(StoredEvents.BEFORE_ALL);
        var deadline = System.nanoTime() + LAST_EVENTS_WITHIN.toNanos();
        sealing.catchUp();
        while (blocks.last().lastPosition() < last && System.nanoTime() < deadline) {
            pause();
            sealing.catchUp();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
