package dev.callout.query.ticket.timeline;

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

/** How each ticket ever stood, for lists of any moment, and with which others it ever had to do. */
@Component
@ProcessingGroup("projection-ticket-timeline")
class TicketTimelineProjection implements Projection {

    private final TicketVersionRows versions;
    private final TicketRelationRows relations;

    TicketTimelineProjection(TicketVersionRows versions, TicketRelationRows relations) {
        this.versions = versions;
        this.relations = relations;
    }

    @EventHandler
    void on(TicketEvent event, @Timestamp Instant recordedAt, @SequenceNumber long version) {
        versions.save(
                event instanceof TicketRaised raised
                        ? new TicketVersionRow(raised, recordedAt, version)
                        : versions.findById(new TicketVersionRow.Key(event.ticketId(), version - 1))
                                .or(() -> versions.findByTicketIdAndLifetimeEffectiveUntilIsNull(event.ticketId()))
                                .orElseThrow()
                                .followedBy(event, recordedAt, version));
        OtherTicket.in(event).ifPresent(other -> relations.save(new TicketRelationRow(event, other, version)));
    }

    @Override
    public List<String> tables() {
        return List.of("ticket_timeline", "ticket_relation");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of("ticket_timeline", "ticket_id = ?1", "ticket_relation", "ticket_id = ?1");
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(TicketVersionRow.class, "ticket_id = ANY(?1) AND effective_until IS NULL");
    }
}
