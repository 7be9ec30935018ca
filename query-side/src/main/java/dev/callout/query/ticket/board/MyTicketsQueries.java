package dev.callout.query.ticket.board;

import dev.callout.api.ticket.ListMyTickets;
import dev.callout.api.ticket.MyTickets;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.query.past.Lifetime;
import dev.callout.query.sql.Where;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what one technician has to do. */
@Component
class MyTicketsQueries {

    private static final int AT_MOST = 500;

    private final JdbcClient db;

    MyTicketsQueries(JdbcClient db) {
        this.db = db;
    }

    @QueryHandler
    MyTickets handle(ListMyTickets query) {
        var mine = lines("technician_id = :account", query);
        return new MyTickets(
                those(mine, line -> isWork(line) && !line.accepted()),
                those(mine, line -> isWork(line) && line.accepted()),
                those(mine, line -> line.status() == TicketStatus.PENDING_CUSTOMER),
                those(mine, line -> line.status() == TicketStatus.PENDING_PARTS),
                those(mine, line -> line.status() == TicketStatus.RESOLVED),
                lines(
                        "technician_id IS NULL AND team_id IN (SELECT team_id FROM team_member WHERE account_id = :account)",
                        query));
    }

    private static boolean isWork(TicketBoardLine line) {
        return line.status().isOpen() && !line.status().isPending();
    }

    private static List<TicketBoardLine> those(List<TicketBoardLine> lines, Predicate<TicketBoardLine> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    /** Who is in which team is known as of today. */
    private List<TicketBoardLine> lines(String condition, ListMyTickets query) {
        var at = query.at();
        var where = (at == null ? new Where() : Lifetime.at(at))
                .and("NOT archived")
                .and("status NOT IN ('CLOSED', 'CANCELLED')")
                .and(condition)
                .with("account", query.accountId());
        var order = " ORDER BY urgency, raised_at, ticket_id";
        return db.sql("WITH page AS (SELECT * FROM " + (at == null ? "ticket_board" : "ticket_timeline") + where.sql()
                        + order + " LIMIT " + AT_MOST + ") " + TicketBoardLines.SELECT + order)
                .params(where.parameters())
                .query((row, number) -> TicketBoardLines.read(row))
                .list();
    }
}
