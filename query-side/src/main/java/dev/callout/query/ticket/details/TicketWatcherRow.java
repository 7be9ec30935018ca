package dev.callout.query.ticket.details;

import dev.callout.api.ticket.TicketWatched;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who hears of every change. */
@Entity
@Table(name = "ticket_watcher")
class TicketWatcherRow extends Row<String> {

    private @Id String watcherId;
    private String ticketId;
    private String accountId;

    protected TicketWatcherRow() {}

    TicketWatcherRow(TicketWatched event) {
        watcherId = id(event.ticketId(), event.accountId());
        ticketId = event.ticketId();
        accountId = event.accountId();
    }

    static String id(String ticketId, String accountId) {
        return ticketId + "/" + accountId;
    }

    @Override
    public String getId() {
        return watcherId;
    }
}
