package dev.callout.query.ticket.counters;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many tickets there are of each kind. */
@Component
@ProcessingGroup("projection-ticket-counters")
class TicketCountersProjection implements Projection {

    private final CountedTicketRows tickets;
    private final JdbcTemplate db;

    TicketCountersProjection(CountedTicketRows tickets, JdbcTemplate db) {
        this.tickets = tickets;
        this.db = db;
    }

    @EventHandler
    void on(TicketRaised event, @SequenceNumber long version, UnitOfWork<?> work) {
        changesOf(work).count(tickets.save(new CountedTicketRow(event, version)).counted(), 1);
    }

    @EventHandler
    void on(TicketEvent event, @SequenceNumber long version, UnitOfWork<?> work) {
        var ticket = tickets.findById(event.ticketId()).orElseThrow();
        var before = ticket.counted();
        ticket.on(event, version);
        changesOf(work).count(before, -1);
        changesOf(work).count(ticket.counted(), 1);
    }

    private CounterChanges changesOf(UnitOfWork<?> work) {
        return work.root().getOrComputeResource(CounterChanges.class.getName(), key -> {
            var changes = new CounterChanges();
            work.root().onPrepareCommit(done -> changes.writeTo(db));
            return changes;
        });
    }

    /** All tickets meet in the same counters. */
    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public List<String> tables() {
        return List.of("ticket_counter", "ticket_counter_ticket");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of();
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(CountedTicketRow.class, "ticket_id = ANY(?1)");
    }
}
