package dev.callout.query.ticket.details;

import dev.callout.api.ticket.TicketEscalated;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A call for help. */
@Entity
@Table(name = "ticket_escalation")
class TicketEscalationRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private long version;
    private String escalatedBy;
    private String toAccountId;
    private String toTeamId;
    private String reason;
    private Instant escalatedAt;

    protected TicketEscalationRow() {}

    TicketEscalationRow(TicketEscalated event, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        escalatedBy = event.escalatedBy();
        toAccountId = event.toAccountId();
        toTeamId = event.toTeamId();
        reason = event.reason();
        escalatedAt = event.occurredAt();
    }

    @Override
    public String getId() {
        return position;
    }
}
