package dev.callout.query.ticket.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.Moment;
import dev.callout.api.ticket.BoardFilter;
import dev.callout.api.ticket.BoardSort;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.query.QueryTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A page of the board of any moment is there at once, however long the history is. */
@QueryTest
@DirtiesContext
class BoardOfThenSpeedIT {

    private static final int TICKETS = 12_500;
    private static final int VERSIONS = 8;
    private static final long AT_MOST_NANOS = 40_000_000; // a fifth of this on an idle machine, a scan takes longer

    private @Autowired TicketBoardQueries board;
    private @Autowired JdbcClient db;

    /** A ticket each 20 minutes, worked on for 36 hours and archived after 30 days. */
    @BeforeEach
    void a_hundred_thousand_versions() {
        if (db.sql("SELECT count(*) FROM ticket_timeline").query(Integer.class).single() < TICKETS * VERSIONS) {
            db.sql("""
                    INSERT INTO ticket_timeline (ticket_id, version, effective_at, effective_until, recorded_at,
                        recorded_until, number, title, type, channel, search_text, raised_at, last_activity_at,
                        last_news_at, comments, customer_waits, urgency, status, accepted, priority, cycle, archived)
                    SELECT 'TCK-' || i, v, since, until, since, until, 'TKT' || i, 'Printer', 'ISSUE', 'EMAIL',
                        'tkt' || i || ' printer', raised, since, since, 0, false, i % 4,
                        CASE WHEN v < 6 THEN 'IN_PROGRESS' ELSE 'CLOSED' END, false, 'LOW', 1, v = 7
                    FROM generate_series(1, :tickets) AS i CROSS JOIN generate_series(0, :last) AS v
                    CROSS JOIN LATERAL (SELECT now() - i * interval '20 minutes' AS raised) AS ticket
                    CROSS JOIN LATERAL (SELECT
                        raised + CASE WHEN v = 7 THEN interval '30 days' ELSE v * interval '6 hours' END AS since,
                        CASE v WHEN 7 THEN NULL WHEN 6 THEN raised + interval '30 days'
                            ELSE raised + (v + 1) * interval '6 hours' END AS until) AS version
                    """).param("tickets", TICKETS).param("last", VERSIONS - 1).update();
            db.sql("ANALYZE ticket_timeline").update();
        }
    }

    @ParameterizedTest
    @EnumSource(BoardSort.class)
    void in_each_order(BoardSort sort) {
        assertThat(fastest(BoardFilter.none(), sort, daysAgo(60), null)).isLessThan(AT_MOST_NANOS);
    }

    @ParameterizedTest
    @CsvSource({"1", "60", "150"})
    void the_open_backlog_also_as_far_as_it_was_known(int days) {
        var open = new BoardFilter(
                Set.of(TicketStatus.IN_PROGRESS), null, null, false, null, null, null, null, null, null, null, false);
        assertThat(fastest(open, BoardSort.MOST_URGENT, daysAgo(days), null)).isLessThan(AT_MOST_NANOS);
        assertThat(fastest(open, BoardSort.MOST_URGENT, daysAgo(days), daysAgo(days)))
                .isLessThan(AT_MOST_NANOS);
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private long fastest(BoardFilter filter, BoardSort sort, Instant asOf, Instant knownAt) {
        var query = new ListTicketBoard(filter, sort, 50, null, true, new Moment(asOf, knownAt));
        var fastest = Long.MAX_VALUE;
        for (var i = 0; i < 20; i++) {
            var before = System.nanoTime();
            assertThat(board.handle(query).items()).hasSize(50);
            fastest = Math.min(fastest, System.nanoTime() - before);
        }
        return fastest;
    }
}
