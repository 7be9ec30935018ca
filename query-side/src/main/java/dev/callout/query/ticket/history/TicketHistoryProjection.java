package dev.callout.query.ticket.history;

import dev.callout.api.ticket.TicketEvent;
import dev.callout.api.ticket.TicketRaised;
import dev.callout.query.projection.Projection;
import dev.callout.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that ever happened to each ticket. */
@Component
@ProcessingGroup("projection-ticket-history")
class TicketHistoryProjection implements Projection {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TicketsSoFarRows tickets;
    private final HistoryRows lines;

    TicketHistoryProjection(TicketsSoFarRows tickets, HistoryRows lines) {
        this.tickets = tickets;
        this.lines = lines;
    }

    @EventHandler
    void on(
            TicketEvent event,
            @MetaDataValue("actor") String actor,
            @MetaDataValue("role") String role,
            @MetaDataValue("channel") String channel,
            @Timestamp Instant recordedAt,
            @SequenceNumber long version) {
        var origin = new HistoryRow.Origin(actor, role, channel, recordedAt);
        var fields = JSON.writeValueAsString(follow(event, version));
        lines.save(new HistoryRow(event, fields, origin, version));
    }

    private Map<String, String> follow(TicketEvent event, long version) {
        if (event instanceof TicketRaised raised) {
            var ticket = tickets.save(new TicketSoFarRow(raised, version));
            return HistoryFields.of(event, null, ticket.work());
        }
        var ticket = tickets.findById(event.ticketId()).orElseThrow();
        var before = ticket.work();
        ticket.on(event, version);
        return HistoryFields.of(event, before, ticket.work());
    }

    @Override
    public List<String> tables() {
        return List.of("ticket_history", "ticket_history_ticket");
    }

    @Override
    public Map<String, String> rowsOfOne() {
        return Map.of("ticket_history", "ticket_id = ?1", "ticket_history_ticket", "ticket_id = ?1");
    }

    @Override
    public Map<Class<? extends Row<?>>, String> rowsAhead() {
        return Map.of(TicketSoFarRow.class, "ticket_id = ANY(?1)");
    }
}
