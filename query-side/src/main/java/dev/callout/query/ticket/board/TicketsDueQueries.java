package dev.callout.query.ticket.board;

import static dev.callout.query.sql.Columns.time;

import dev.callout.api.ticket.DueTickets;
import dev.callout.api.ticket.DueTickets.DueTicket;
import dev.callout.api.ticket.ListOpenWork;
import dev.callout.api.ticket.ListTicketsDue;
import dev.callout.api.ticket.OpenWork;
import java.time.ZoneOffset;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to which tickets the product itself has to do something. */
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

    @QueryHandler
    OpenWork handle(ListOpenWork query) {
        return new OpenWork(
                db.sql("SELECT ticket_id FROM ticket_board WHERE status NOT IN ('RESOLVED', 'CLOSED', 'CANCELLED')"
                                + " AND "
                                + (query.technicianId() == null
                                        ? "technician_id IS NULL AND team_id = :assignee"
                                        : "technician_id = :assignee")
                                + " ORDER BY ticket_id LIMIT :limit")
                        .param("assignee", query.technicianId() == null ? query.teamId() : query.technicianId())
                        .param("limit", query.limit())
                        .query(String.class)
                        .list());
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
