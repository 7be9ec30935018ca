package dev.callout.query.ticket.history;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.platform.privacy.Owners;
import dev.callout.query.projection.EventTimes;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that happened to a ticket, as fields. */
@Entity
@Table(name = "ticket_history")
class HistoryRow extends Row<String> {

    /** Who caused an event, as its metadata says. */
    record Origin(String actor, String role, String channel, Instant recordedAt) {}

    private @Id String position;
    private String ticketId;
    private long version;
    private String event;
    private String fields;
    private String actor;
    private String role;
    private String channel;
    private String writer;
    private Instant occurredAt;
    private Instant recordedAt;

    protected HistoryRow() {}

    HistoryRow(TicketEvent event, String fields, Origin origin, long version) {
        position = event.ticketId() + "@" + version;
        ticketId = event.ticketId();
        this.version = version;
        this.event = event.getClass().getSimpleName();
        this.fields = fields;
        actor = origin.actor();
        role = origin.role();
        channel = origin.channel();
        writer = Owners.author(event, origin.actor()).orElse(null);
        recordedAt = origin.recordedAt();
        occurredAt = EventTimes.occurredAt(event, recordedAt);
    }

    @Override
    public String getId() {
        return position;
    }
}
