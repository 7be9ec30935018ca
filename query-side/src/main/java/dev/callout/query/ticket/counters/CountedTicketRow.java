package dev.callout.query.ticket.counters;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.TicketClassified;
import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.api.ticket.TicketType;
import dev.callout.query.projection.Row;
import dev.callout.query.ticket.WorkColumns;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Objects;

/** What one ticket counts as. */
@Entity
@Table(name = "ticket_counter_ticket")
class CountedTicketRow extends Row<String> {

    private @Id String ticketId;
    private @Enumerated(STRING) TicketType type;
    private String category;
    private @Enumerated(STRING) Channel channel;
    private String customerId;
    private @Embedded WorkColumns work;
    private long version;

    protected CountedTicketRow() {}

    CountedTicketRow(TicketRaised event, long version) {
        ticketId = event.ticketId();
        type = event.type();
        category = event.category();
        channel = event.channel();
        customerId = event.customerId();
        on(event, version);
    }

    void on(TicketEvent event, long version) {
        if (event instanceof TicketClassified classified) {
            type = classified.type();
            category = classified.category();
        }
        work = WorkColumns.after(work, event);
        this.version = version;
    }

    Counted counted() {
        var state = work.state();
        var counters = new HashMap<String, String>();
        counters.put("all", "all");
        counters.put("status", state.status().name());
        counters.put("priority", state.priority().name());
        counters.put("type", type.name());
        counters.put("category", category);
        counters.put("channel", channel.name());
        counters.put("customer", customerId);
        counters.put("team", state.teamId());
        counters.put("assignee", state.technicianId());
        counters.put("unassigned", state.teamId() == null && state.technicianId() == null ? "true" : null);
        counters.values().removeIf(Objects::isNull);
        return new Counted(state.status().isOpen(), counters);
    }

    @Override
    public String getId() {
        return ticketId;
    }
}
