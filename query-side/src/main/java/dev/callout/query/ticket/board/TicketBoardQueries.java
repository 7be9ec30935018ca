package dev.callout.query.ticket.board;

import dev.callout.api.Moment;
import dev.callout.api.ticket.BoardFilter;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.TicketBoardPage;
import dev.callout.query.past.Lifetime;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.SearchWord;
import dev.callout.query.sql.Where;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is on the board. */
@Component
class TicketBoardQueries {

    private static final Column TICKET = new Column("ticket_id", Kind.TEXT);
    private static final Column RAISED = new Column("raised_at", Kind.TIME);

    private final PageReader pages;

    TicketBoardQueries(PageReader pages) {
        this.pages = pages;
    }

    @QueryHandler
    TicketBoardPage handle(ListTicketBoard query) {
        var page = pages.read(
                query.at() == null ? "ticket_board" : "ticket_timeline",
                TicketBoardLines.SELECT,
                matching(query.filter(), query.at()),
                order(query.sort()),
                query.pageSize(),
                query.after(),
                query.count(),
                TicketBoardLines::read);
        return new TicketBoardPage(page.items(), page.next(), page.total());
    }

    private static Keyset order(BoardSort sort) {
        return switch (sort) {
            case NEWEST -> Keyset.of(sort.key(), true, RAISED, TICKET);
            case OLDEST -> Keyset.of(sort.key(), false, RAISED, TICKET);
            case MOST_URGENT -> Keyset.of(sort.key(), false, new Column("urgency", Kind.NUMBER), RAISED, TICKET);
            case LAST_ACTIVITY -> Keyset.of(sort.key(), true, new Column("last_activity_at", Kind.TIME), TICKET);
            case NUMBER -> Keyset.of(sort.key(), false, new Column("number", Kind.TEXT), TICKET);
        };
    }

    /** What a ticket is called, what is written on it, and whose it is. Of a moment, what was written by then. */
    private static String anywhere(SearchWord word, Moment at) {
        if (word.isShort()) {
            return word.in("search_text");
        }
        var inTitle = at == null
                ? "ticket_id IN (SELECT ticket_id FROM ticket_board WHERE " + word.in("search_text") + " UNION ALL "
                : "(" + word.in("search_text") + " OR ticket_id IN (";
        return inTitle
                + "SELECT ticket_id FROM ticket_description WHERE " + word.in("body")
                + " UNION ALL SELECT ticket_id FROM ticket_message WHERE " + word.in("body")
                + (at == null ? "" : " AND written_at <= :asOf")
                + " UNION ALL SELECT ticket_id FROM ticket_board WHERE customer_id IN"
                + " (SELECT customer_id FROM customer WHERE " + word.in("search_text") + ")"
                + " UNION ALL SELECT ticket_id FROM ticket_board WHERE (customer_id, contact_id) IN"
                + " (SELECT customer_id, contact_id FROM customer_contact WHERE " + word.in("name") + ")"
                + (at == null ? ")" : "))");
    }

    private static Where matching(BoardFilter filter, Moment at) {
        var where = (at == null ? new Where() : Lifetime.at(at))
                .andIf(!filter.includeArchived(), "NOT archived")
                .among("status", filter.statuses())
                .among("priority", filter.priorities())
                .equal("technician_id", filter.assignee())
                .andIf(filter.unassigned(), "technician_id IS NULL AND team_id IS NULL")
                .equal("team_id", filter.team())
                .equal("customer_id", filter.customer())
                .in("category", filter.categories())
                .among("channel", filter.channels())
                .words(filter.text(), word -> anywhere(word, at));
        if (filter.escalated() != null) {
            where.and(filter.escalated() ? "escalated_at IS NOT NULL" : "escalated_at IS NULL");
        }
        if (filter.ageMoreThan() != null) {
            where.and(
                    "raised_at < " + (at == null ? "now()" : ":asOf") + " - make_interval(secs => :age)",
                    "age",
                    filter.ageMoreThan().toSeconds());
        }
        return where;
    }
}
