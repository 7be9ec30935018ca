package dev.callout.query.ticket.details;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.Closure;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One round of work on a ticket: the first one, or one after a reopening. */
@Entity
@Table(name = "ticket_cycle")
class TicketCycleRow extends Row<String> {

    private @Id String cycleId;
    private String ticketId;
    private int cycle;
    private Instant startedAt;
    private String reason;
    private Instant resolvedAt;
    private String resolvedBy;
    private String workDone;
    private Instant closedAt;
    private @Enumerated(STRING) Closure outcome;

    protected TicketCycleRow() {}

    TicketCycleRow(String ticketId, int cycle, Instant startedAt, String reason) {
        cycleId = id(ticketId, cycle);
        this.ticketId = ticketId;
        this.cycle = cycle;
        this.startedAt = startedAt;
        this.reason = reason;
    }

    void on(TicketEvent event, WorkState work) {
        if (event instanceof TicketResolved resolved) {
            workDone = resolved.workDone();
        } else if (event instanceof TicketStateImported imported && imported.workDone() != null) {
            workDone = imported.workDone();
        } else if (event instanceof BulkChangeUndone && work.resolvedAt() == null) {
            workDone = null; // what was said with a solution goes with it
        }
        resolvedAt = work.resolvedAt();
        resolvedBy = work.resolvedAt() == null ? null : work.resolvedBy();
        closedAt = work.closedAt();
        outcome = work.closure();
    }

    static String id(String ticketId, int cycle) {
        return ticketId + "#" + cycle;
    }

    @Override
    public String getId() {
        return cycleId;
    }
}
