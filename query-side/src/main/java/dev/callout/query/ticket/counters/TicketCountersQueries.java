package dev.callout.query.ticket.counters;

import dev.callout.api.Moment;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.TicketCounts;
import dev.callout.api.ticket.TicketCounts.Count;
import dev.callout.api.ticket.TicketCounts.Dimension;
import dev.callout.query.past.Lifetime;
import dev.callout.query.sql.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how many tickets there are. */
@Component
class TicketCountersQueries {

    /** There are as many customers as business brings; whoever looks at counts wants the busiest. */
    private static final int MOST_OF_A_DIMENSION = 200;

    /** The same as the counters, of the versions that stood then. */
    private static final String OF_THEN = """
            SELECT dimension, value, count(*) FILTER (WHERE status NOT IN ('RESOLVED', 'CLOSED', 'CANCELLED')) AS open,
                count(*) AS total
            FROM ticket_timeline CROSS JOIN LATERAL (VALUES ('all', 'all'), ('status', status), ('priority', priority),
                ('type', type), ('category', category), ('channel', channel), ('customer', customer_id), ('team', team_id),
                ('assignee', technician_id),
                ('unassigned', CASE WHEN team_id IS NULL AND technician_id IS NULL THEN 'true' END)) counted (dimension, value)
            %s AND value IS NOT NULL
            GROUP BY dimension, value
            """;

    private record Counted(String dimension, Count count) {}

    private final JdbcClient db;

    TicketCountersQueries(JdbcClient db) {
        this.db = db;
    }

    @QueryHandler
    TicketCounts handle(CountTickets query) {
        var dimensions = new LinkedHashMap<String, List<Count>>();
        read(query.at())
                .forEach(counted -> dimensions
                        .computeIfAbsent(counted.dimension(), name -> new ArrayList<>())
                        .add(counted.count()));
        var all = dimensions.remove("all");
        return new TicketCounts(
                all == null ? 0 : all.get(0).open(),
                all == null ? 0 : all.get(0).total(),
                dimensions.entrySet().stream()
                        .map(entry -> new Dimension(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private List<Counted> read(Moment at) {
        var where = at == null ? new Where() : Lifetime.at(at);
        return db.sql("WITH known AS (" + (at == null ? "SELECT * FROM ticket_counter" : OF_THEN.formatted(where.sql()))
                        + """
                        )
                        SELECT counter.*, coalesce(customer.name, team.name, account.display_name, value) AS label
                        FROM (SELECT *, row_number() OVER (
                                PARTITION BY dimension ORDER BY open DESC, total DESC, value) AS place
                            FROM known) counter
                        LEFT JOIN customer ON dimension = 'customer' AND customer.customer_id = value
                        LEFT JOIN team ON dimension = 'team' AND team.team_id = value
                        LEFT JOIN account ON dimension = 'assignee' AND account.account_id = value
                        WHERE place <= :most
                        ORDER BY dimension, counter.open DESC, counter.total DESC, value
                        """)
                .params(where.parameters())
                .param("most", MOST_OF_A_DIMENSION)
                .query((row, number) -> new Counted(
                        row.getString("dimension"),
                        new Count(
                                row.getString("value"),
                                row.getString("label"),
                                row.getLong("open"),
                                row.getLong("total"))))
                .list();
    }
}
