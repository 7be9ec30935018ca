package dev.callout.query.ticket.details;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.LinkKind;
import dev.callout.api.ticket.TicketLinked;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Says that two tickets belong together. */
@Entity
@Table(name = "ticket_link")
class TicketLinkRow extends Row<String> {

    private @Id String linkId;
    private String ticketId;
    private String otherTicketId;
    private @Enumerated(STRING) LinkKind kind;

    protected TicketLinkRow() {}

    TicketLinkRow(TicketLinked event) {
        linkId = id(event.ticketId(), event.kind(), event.otherTicketId());
        ticketId = event.ticketId();
        otherTicketId = event.otherTicketId();
        kind = event.kind();
    }

    static String id(String ticketId, LinkKind kind, String otherTicketId) {
        return ticketId + "/" + kind + "/" + otherTicketId;
    }

    @Override
    public String getId() {
        return linkId;
    }
}
