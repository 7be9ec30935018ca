package dev.callout.query.ticket.history;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How a ticket stood when its last event had happened; the next one is told against it. */
@Entity
@Table(name = "ticket_history_ticket")
class TicketSoFarRow extends Row<String> {

    private @Id String ticketId;
    private String number;
    private @Embedded WorkColumns work;
    private long version;

    protected TicketSoFarRow() {}

    TicketSoFarRow(TicketRaised event, long version) {
        ticketId = event.ticketId();
        number = event.number();
        on(event, version);
    }

    void on(TicketEvent event, long version) {
        work = WorkColumns.after(work, event);
        this.version = version;
    }

    WorkState work() {
        return work.state();
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
