package dev.callout.query.ticket.board;

import dev.callout.api.ticket.HistoryLineImported;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.BoardColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One ticket on the staff's board. */
@Entity
@Table(name = "ticket_board")
class TicketBoardRow extends Row<String> {

    private @Id String ticketId;
    private @Embedded BoardColumns ticket;
    private Instant unconfirmedSince;
    private long version;

    protected TicketBoardRow() {}

    TicketBoardRow(TicketRaised event, long version) {
        ticketId = event.ticketId();
        ticket = new BoardColumns(event);
        this.version = version;
    }

    void on(TicketEvent event, Instant recordedAt, long version) {
        ticket = ticket.after(event, recordedAt);
        unconfirmedSince = unconfirmedSince(event, recordedAt);
        this.version = version;
    }

    /** The customer can object from when the resolution was recorded; other help desks told of theirs themselves. */
    private Instant unconfirmedSince(TicketEvent event, Instant recordedAt) {
        if (ticket.status() != TicketStatus.RESOLVED) {
            return null;
        }
        if (unconfirmedSince == null) {
            return recordedAt;
        }
        return event instanceof HistoryLineImported line && line.occurredAt().isBefore(unconfirmedSince)
                ? line.occurredAt()
                : unconfirmedSince;
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
