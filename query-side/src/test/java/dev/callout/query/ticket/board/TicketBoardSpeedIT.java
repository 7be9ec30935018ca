package dev.callout.query.ticket.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.BoardFilter;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.query.QueryTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A page of the board is there at once, however many tickets there are. */
@QueryTest
@DirtiesContext
class TicketBoardSpeedIT {

    private static final int TICKETS = 100_000;
    private static final long AT_MOST_NANOS =
            20_000_000; // a fifth of this on an idle machine, a scan takes many times as long

    private @Autowired TicketBoardQueries board;
    private @Autowired JdbcClient db;

    @BeforeEach
    void a_hundred_thousand_tickets() {
        if (db.sql("SELECT count(*) FROM ticket_board").query(Integer.class).single() < TICKETS) {
            db.sql("""
                    INSERT INTO ticket_board (ticket_id, number, title, type, channel, search_text, raised_at,
                        last_activity_at, comments, customer_waits, urgency, status, accepted, priority, cycle, archived, version)
                    SELECT 'TCK-' || i, 'TKT' || i, 'Printer', 'ISSUE', 'EMAIL', 'tkt' || i || ' printer',
                        now() - i * interval '1 minute', now() - i * interval '1 minute', 0, false, i % 4,
                        CASE WHEN i % 20 = 0 THEN 'RESOLVED' ELSE 'CLOSED' END, false, 'LOW', 1, i % 10 <> 0, 0
                    FROM generate_series(1, :tickets) AS i
                    """).param("tickets", TICKETS).update();
            db.sql("ANALYZE ticket_board").update();
        }
    }

    @ParameterizedTest
    @EnumSource(BoardSort.class)
    void each_order_has_its_index(BoardSort sort) {
        assertThat(fastest(new ListTicketBoard(BoardFilter.none(), sort, 50, null, false)))
                .isLessThan(AT_MOST_NANOS);
    }

    @ParameterizedTest
    @EnumSource(
            value = BoardSort.class,
            names = {"NEWEST", "MOST_URGENT"})
    void filters_use_them_too(BoardSort sort) {
        var resolved = new BoardFilter(
                Set.of(TicketStatus.RESOLVED), null, null, false, null, null, null, null, null, null, null, false);
        var text = new BoardFilter(null, null, null, false, null, null, null, null, null, "99990", null, true);
        assertThat(fastest(new ListTicketBoard(resolved, sort, 50, null, false)))
                .isLessThan(AT_MOST_NANOS);
        assertThat(fastest(new ListTicketBoard(text, sort, 50, null, false))).isLessThan(AT_MOST_NANOS);
    }

    private long fastest(ListTicketBoard query) {
        var fastest = Long.MAX_VALUE;
        for (var i = 0; i < 30; i++) {
            var before = System.nanoTime();
            assertThat(board.handle(query).items()).isNotEmpty();
            fastest = Math.min(fastest, System.nanoTime() - before);
        }
        return fastest;
    }
}
