package dev.callout.query.ticket.details;

import dev.callout.api.ticket.DuplicateAbsorbed;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.PersonErasedFromTicket;
import dev.callout.api.ticket.TicketDescribed;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.WorkState;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.StepTexts;
import dev.callout.query.ticket.TicketColumns;
import dev.callout.query.ticket.VolumeColumns;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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
    private @Embedded StepTexts texts;
    private @Embedded WorkColumns work;
    private @Embedded VolumeColumns volume;
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
        volume = VolumeColumns.nothing();
        this.version = version;
    }

    void on(TicketEvent event, Instant at, long version) {
        about = about.after(event);
        if (event instanceof TicketDescribed described) {
            description = described.description();
        } else if (event instanceof DuplicateAbsorbed absorbed) {
            firstContactAt = absorbed.firstContactAt();
        } else if (event instanceof DuplicateReleased released) {
            firstContactAt = released.firstContactAt();
        }
        var before = work.state();
        work = WorkColumns.after(work, event);
        texts = StepTexts.after(texts, event, before, work.state());
        volume = volume.after(event);
        if (!(event instanceof PersonErasedFromTicket) && at.isAfter(lastActivityAt)) {
            lastActivityAt = at;
        }
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
