package dev.callout.query.sla.tracking;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** What happened to each ticket as far as its promises go. How they stand is computed when somebody asks. */
@Component
@ProcessingGroup("projection-sla-tracking")
class SlaTrackingProjection implements Projection {

    private final SlaTrackingRows rows;

    SlaTrackingProjection(SlaTrackingRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(TicketRaised event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        rows.save(new SlaTrackingRow(event, version, recordedAt));
    }

    @EventHandler
    void on(TicketEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        rows.findById(event.ticketId()).orElseThrow().on(event, version, recordedAt);
    }

    @Override
    public List<String> tables() {
        return List.of("sla_tracking");
    }

    /** It tells of work and times, and of no person but by the id of an account. */
    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of();
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(SlaTrackingRow.class, "ticket_id = ANY(?1)");
    }
}
