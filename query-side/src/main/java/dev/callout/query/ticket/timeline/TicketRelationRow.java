package dev.callout.query.ticket.timeline;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A ticket once named another one, and may have forgotten it since. */
@Entity
@Table(name = "ticket_relation")
class TicketRelationRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private String otherTicketId;
    private boolean merge;

    protected TicketRelationRow() {}

    TicketRelationRow(TicketEvent event, String otherTicketId, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.otherTicketId = otherTicketId;
        merge = event instanceof TicketMerged;
    }

    @Override
    public String getId() {
        return position;
    }
}
