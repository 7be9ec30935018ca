package dev.callout.query.ticket.details;

import dev.callout.api.ticket.TicketDescribed;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A ticket's description, to be searched. */
@Entity
@Table(name = "ticket_description")
class TicketDescriptionRow extends Row<String> {

    private @Id String ticketId;
    private String body;

    protected TicketDescriptionRow() {}

    TicketDescriptionRow(String ticketId, String body) {
        this.ticketId = ticketId;
        this.body = body;
    }

    void on(TicketDescribed event) {
        body = event.description();
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
