package dev.callout.query.ticket.board;

import static dev.callout.query.sql.Columns.time;

import dev.callout.api.ticket.DueTickets;
import dev.callout.api.ticket.DueTickets.DueTicket;
import dev.callout.api.ticket.ListTicketsDue;
import java.time.ZoneOffset;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to which tickets time alone has to do something. */
@Component
class TicketsDueQueries {

    private final JdbcClient db;

    TicketsDueQueries(JdbcClient db) {
        this.db = db;
    }

    @QueryHandler
    DueTickets handle(ListTicketsDue query) {
        return switch (query.kind()) {
            case RESUME ->
                due("resume_at", "status IN ('PENDING_CUSTOMER', 'PENDING_PARTS') AND resume_at IS NOT NULL", query);
            case UNCONFIRMED -> due("unconfirmed_since", "status = 'RESOLVED'", query);
            case ARCHIVE -> due("closed_at", "status = 'CLOSED' AND NOT archived", query);
        };
    }

    private DueTickets due(String since, String condition, ListTicketsDue query) {
        return new DueTickets(db.sql("SELECT ticket_id, " + since + " FROM ticket_board WHERE " + condition + " AND "
                        + since + " <= :before ORDER BY " + since + ", ticket_id LIMIT :limit")
                .param("before", query.before().atOffset(ZoneOffset.UTC))
                .param("limit", query.limit())
                .query((row, number) -> new DueTicket(row.getString("ticket_id"), time(row, since)))
                .list());
    }
}
