package dev.callout.query.ticket.board;

import dev.callout.api.ticket.ListMyTickets;
import dev.callout.api.ticket.MyTickets;
import dev.callout.api.ticket.TicketBoardLine;
import dev.callout.api.ticket.TicketStatus;
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
        var mine = lines("technician_id = :account", query.accountId());
        return new MyTickets(
                those(mine, line -> isWork(line) && !line.accepted()),
                those(mine, line -> isWork(line) && line.accepted()),
                those(mine, line -> line.status() == TicketStatus.PENDING_CUSTOMER),
                those(mine, line -> line.status() == TicketStatus.PENDING_PARTS),
                those(mine, line -> line.status() == TicketStatus.RESOLVED),
                lines(
                        "technician_id IS NULL AND team_id IN (SELECT team_id FROM team_member WHERE account_id = :account)",
                        query.accountId()));
    }

    private static boolean isWork(TicketBoardLine line) {
        return line.status().isOpen() && !line.status().isPending();
    }

    private static List<TicketBoardLine> those(List<TicketBoardLine> lines, Predicate<TicketBoardLine> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    private List<TicketBoardLine> lines(String condition, String accountId) {
        var order = " ORDER BY urgency, raised_at, ticket_id";
        return db.sql("WITH page AS (SELECT * FROM ticket_board WHERE NOT archived"
                        + " AND status NOT IN ('CLOSED', 'CANCELLED') AND " + condition + order
                        + " LIMIT " + AT_MOST + ") " + TicketBoardLines.SELECT + order)
                .param("account", accountId)
                .query((row, number) -> TicketBoardLines.read(row))
                .list();
    }
}
