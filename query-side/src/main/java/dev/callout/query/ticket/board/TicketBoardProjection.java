package dev.callout.query.ticket.board;

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

/** The staff's board: one row per ticket, to filter, sort and count. */
@Component
@ProcessingGroup("projection-ticket-board")
class TicketBoardProjection implements Projection {

    private final TicketBoardRows rows;

    TicketBoardProjection(TicketBoardRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(TicketRaised event, @SequenceNumber long version) {
        rows.save(new TicketBoardRow(event, version));
    }

    @EventHandler
    void on(TicketEvent event, @Timestamp Instant recordedAt, @SequenceNumber long version) {
        rows.findById(event.ticketId()).orElseThrow().on(event, recordedAt, version);
    }

    @Override
    public List<String> tables() {
        return List.of("ticket_board");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of("ticket_board", "ticket_id = ?1");
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(TicketBoardRow.class, "ticket_id = ANY(?1)");
    }
}
