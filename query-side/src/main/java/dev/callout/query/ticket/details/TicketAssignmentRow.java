package dev.callout.query.ticket.details;

import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who got a ticket, and why; the next row says until when. */
@Entity
@Table(name = "ticket_assignment")
class TicketAssignmentRow extends Row<String> {

    private @Id String position;
    private String ticketId;
    private long version;
    private String technicianId;
    private String teamId;
    private String reason;
    private Instant assignedAt;

    protected TicketAssignmentRow() {}

    TicketAssignmentRow(String ticketId, WorkState work, String reason, Instant at, long version) {
        position = ticketId + "@" + version;
        this.ticketId = ticketId;
        this.version = version;
        technicianId = work.technicianId();
        teamId = work.teamId();
        this.reason = reason;
        assignedAt = at;
    }

    @Override
    public String getId() {
        return position;
    }
}
