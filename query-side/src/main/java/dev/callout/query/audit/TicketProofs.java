package dev.callout.query.audit;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.FindTicketProof;
import dev.callout.api.audit.TakeCheckpoint;
import dev.callout.api.audit.TicketProof;
import dev.callout.query.Refused;
import dev.callout.query.ticket.IdOrNumber;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands a ticket's history out with the proof of it, sealed and signed for up to its last event. */
@Component
class TicketProofs {

    private static final Duration LAST_EVENTS_WITHIN = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final JdbcClient db;
    private final EventStore events;
    private final Sealing sealing;
    private final SealedEvents sealed;
    private final Checkpoints checkpoints;
    private final CheckpointFolder folder;
    private final ProofWriter writer;

    TicketProofs(
            JdbcClient db,
            EventStore events,
            Sealing sealing,
            SealedEvents sealed,
            Checkpoints checkpoints,
            CheckpointFolder folder,
            ProofWriter writer) {
        this.db = db;
        this.events = events;
        this.sealing = sealing;
        this.sealed = sealed;
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.writer = writer;
    }

    @QueryHandler
    TicketProof handle(FindTicketProof query) {
        var ticketId = db.sql("SELECT ticket_id FROM ticket_details WHERE " + IdOrNumber.column(query.ticket())
                        + " = :ticket")
                .param("ticket", query.ticket())
                .query(String.class)
                .optional()
                .orElseThrow(Refused::notFound);
        seal(ticketId);
        var history = sealed.ofAggregate(ticketId);
        if (history.isEmpty()) {
            throw Refused.notFound();
        }
        return writer.write(ticketId, history, signedFor(history));
    }

    /** Up to the last event, unless an append that hangs keeps later ones from being sealed for long. */
    private void seal(String ticketId) {
        var last = events.lastSequenceNumberFor(ticketId).orElse(-1L);
        var deadline = System.nanoTime() + LAST_EVENTS_WITHIN.toNanos();
        sealing.catchUp();
        while (sealed.lastSequence(ticketId) < last && System.nanoTime() < deadline) {
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

    private List<Checkpoint> signedFor(List<SealedEvent> history) {
        var first = history.stream().mapToLong(SealedEvent::block).min().orElseThrow();
        var last = history.stream().mapToLong(SealedEvent::block).max().orElseThrow();
        var signed = checkpoints.over(first, last);
        return signed.isEmpty() || signed.get(signed.size() - 1).lastBlock() < last ? takeAnother(first, last) : signed;
    }

    private List<Checkpoint> takeAnother(long first, long last) {
        handle(new TakeCheckpoint());
        return checkpoints.over(first, last);
    }

    @QueryHandler
    Checkpoint handle(TakeCheckpoint request) {
        sealing.catchUp();
        var taken = checkpoints.take().orElseThrow(Refused::notFound);
        folder.publish(checkpoints.all());
        return taken;
    }
}
