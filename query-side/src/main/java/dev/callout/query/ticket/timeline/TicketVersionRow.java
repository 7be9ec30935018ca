package dev.callout.query.ticket.timeline;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.query.past.Lifetime;
import dev.callout.query.projection.EventTimes;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.BoardColumns;
import dev.callout.query.ticket.News;
import dev.callout.query.ticket.StepTexts;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** How a ticket stood after one of its events, and from when to when. */
@Entity
@Table(name = "ticket_timeline")
@IdClass(TicketVersionRow.Key.class)
class TicketVersionRow extends Row<TicketVersionRow.Key> {

    record Key(String ticketId, long version) {}

    private @Id String ticketId;
    private @Id long version;
    private @Embedded Lifetime lifetime;
    private @Embedded BoardColumns ticket;
    private @Embedded StepTexts texts;
    private Instant lastNewsAt;

    protected TicketVersionRow() {}

    TicketVersionRow(TicketRaised event, Instant recordedAt, long version) {
        ticketId = event.ticketId();
        this.version = version;
        lifetime = new Lifetime(event, recordedAt);
        ticket = new BoardColumns(event);
        texts = StepTexts.after(null, event, null, ticket.state());
        lastNewsAt = event.occurredAt();
    }

    /** The version after this one, which ends this one. */
    TicketVersionRow followedBy(TicketEvent event, Instant recordedAt, long version) {
        var next = new TicketVersionRow();
        next.ticketId = ticketId;
        next.version = version;
        next.lifetime = lifetime.endedBy(event, recordedAt);
        next.ticket = ticket.after(event, recordedAt);
        next.texts = StepTexts.after(texts, event, ticket.state(), next.ticket.state());
        var at = EventTimes.occurredAt(event, recordedAt);
        next.lastNewsAt = News.is(event) && at.isAfter(lastNewsAt) ? at : lastNewsAt;
        return next;
    }

    @Override
    public Key getId() {
        return new Key(ticketId, version);
    }
}
