package dev.callout.query.ticket.details;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.BulkChangeUndone;
import dev.callout.api.ticket.CancelReason;
import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.ResolutionConfirmed;
import dev.callout.api.ticket.TicketCancelled;
import dev.callout.api.ticket.TicketClosedAdministratively;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketMerged;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketReopened;
import dev.callout.api.ticket.TicketResolved;
import dev.callout.api.ticket.TicketStateImported;
import dev.callout.api.ticket.TicketUnmerged;
import dev.callout.api.ticket.WorkPaused;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.TicketColumns;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What there is to know of one ticket, but for its lists. */
@Entity
@Table(name = "ticket_details")
class TicketDetailsRow extends Row<String> {

    private @Id String ticketId;
    private @Embedded TicketColumns about;
    private String description;
    private String raisedBy;
    private String language;
    private String followUpOf;
    private Instant createdAt;
    private Instant firstContactAt;
    private Instant lastActivityAt;
    private String waitingReason;
    private String workDone;
    private String closingNote;
    private @Enumerated(STRING) CancelReason cancelReason;
    private @Embedded WorkColumns work;
    private long version;

    protected TicketDetailsRow() {}

    TicketDetailsRow(TicketRaised event, Instant recordedAt, long version) {
        ticketId = event.ticketId();
        about = new TicketColumns(event);
        description = event.description();
        raisedBy = event.raisedBy();
        language = event.language();
        followUpOf = event.followUpOf();
        createdAt = recordedAt;
        firstContactAt = event.occurredAt();
        lastActivityAt = event.occurredAt();
        work = WorkColumns.after(null, event);
        this.version = version;
    }

    void on(TicketEvent event, Instant at, long version) {
        about = about.after(event);
        if (event instanceof TicketDescribed described) {
            description = described.description();
        } else if (event instanceof WorkPaused paused) {
            waitingReason = paused.reason();
        } else if (event instanceof TicketResolved resolved) {
            workDone = resolved.workDone();
        } else if (event instanceof TicketStateImported imported) {
            workDone = imported.workDone() == null ? workDone : imported.workDone();
            waitingReason = imported.sourceState();
        } else if (event instanceof DuplicateAbsorbed absorbed) {
            firstContactAt = absorbed.firstContactAt();
        } else if (event instanceof DuplicateReleased released) {
            firstContactAt = released.firstContactAt();
        } else {
            ending(event);
        }
        work = WorkColumns.after(work, event);
        if (!work.state().status().isPending()) {
            waitingReason = null;
        }
        if (!(event instanceof PersonErasedFromTicket) && at.isAfter(lastActivityAt)) {
            lastActivityAt = at;
        }
        this.version = version;
    }

    private void ending(TicketEvent event) {
        if (event instanceof ResolutionConfirmed confirmed) {
            closingNote = confirmed.comment();
        } else if (event instanceof TicketClosedAdministratively closed) {
            closingNote = closed.reason();
        } else if (event instanceof TicketMerged merged) {
            closingNote = merged.reason();
        } else if (event instanceof TicketCancelled cancelled) {
            closingNote = cancelled.note();
            cancelReason = cancelled.cause();
        } else if (event instanceof TicketReopened
                || event instanceof TicketUnmerged
                || event instanceof BulkChangeUndone) {
            closingNote = null;
            cancelReason = null;
        }
    }

    WorkState work() {
        return work.state();
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
