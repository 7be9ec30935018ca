package dev.callout.query.ticket.history;

import static dev.callout.query.sql.Columns.time;

import dev.callout.api.Moment;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Named;
import dev.callout.api.sla.LateReport;
import dev.callout.api.ticket.FindTicketHistory;
import dev.callout.api.ticket.TicketHistory;
import dev.callout.query.Refused;
import dev.callout.query.past.Lifetime;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.sql.Where;
import dev.callout.query.ticket.IdOrNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers what happened to a ticket, in words and with today's names. */
@Component
class TicketHistoryQueries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SYSTEM_NAME = "Callout";
    private static final String OPERATOR = "operator";
    private static final String OPERATOR_NAME = "The operator";
    private static final Keyset OLDEST = Keyset.of("history", false, new Column("version", Kind.NUMBER));

    private record Happened(
            long version,
            String event,
            Map<String, String> fields,
            String actor,
            String role,
            String channel,
            Instant occurredAt,
            Instant recordedAt) {}

    private record Ticket(String ticketId, String number, long version) {}

    private final PageReader pages;
    private final Snapshot snapshot;
    private final JdbcClient db;
    private final ZoneId zone;

    /** @param zone whose wall clock the house goes by */
    TicketHistoryQueries(
            PageReader pages,
            Snapshot snapshot,
            JdbcClient db,
            @Value("${callout.sla.zone:Europe/Berlin}") ZoneId zone) {
        this.pages = pages;
        this.snapshot = snapshot;
        this.db = db;
        this.zone = zone;
    }

    @QueryHandler
    TicketHistory handle(FindTicketHistory query) {
        return snapshot.read(() -> {
            var ticket = then(ticket(query.ticket()), query.at());
            var page = pages.readTexts(
                    "ticket_history",
                    "fields",
                    "SELECT * FROM page",
                    new Where()
                            .equal("ticket_id", ticket.ticketId())
                            .and("version <= :version", "version", ticket.version()),
                    OLDEST,
                    query.pageSize(),
                    query.after(),
                    query.count(),
                    TicketHistoryQueries::happened);
            var names = names(page.items());
            return new TicketHistory(
                    ticket.ticketId(),
                    ticket.number(),
                    ticket.version(),
                    page.items().stream().map(line -> inWords(line, names)).toList(),
                    page.next(),
                    page.total());
        });
    }

    private TicketHistory.Line inWords(Happened line, Map<String, String> names) {
        var actor = actor(line.actor(), names);
        var who = actor.name() == null ? "Somebody unknown" : actor.name();
        var isNoticed = HistoryWords.isNoticed(line.event(), line.fields());
        if (isNoticed) {
            who = SYSTEM_NAME; // whoever it was that did something at that moment
        }
        return new TicketHistory.Line(
                line.version(),
                line.event(),
                who + " " + HistoryWords.of(line.event(), new Told(line.fields(), names, zone)) + ".",
                actor,
                line.role(),
                line.channel(),
                line.occurredAt(),
                line.recordedAt(),
                LateReport.is(line.occurredAt(), line.recordedAt()) && !isNoticed,
                line.fields().get("operationId"),
                line.fields().get("source"));
    }

    /** Two who act have no account: the product itself, and whoever works on the server with its own key. */
    private static Named actor(String id, Map<String, String> names) {
        if (id == null || id.equals(Actor.SYSTEM.accountId())) {
            return new Named(Actor.SYSTEM.accountId(), SYSTEM_NAME);
        }
        return new Named(id, id.equals(OPERATOR) ? OPERATOR_NAME : names.get(id));
    }

    private Ticket ticket(String idOrNumber) {
        return db.sql("SELECT ticket_id, number, version FROM ticket_history_ticket WHERE "
                        + IdOrNumber.column(idOrNumber) + " = :ticket")
                .param("ticket", idOrNumber)
                .query((row, number) ->
                        new Ticket(row.getString("ticket_id"), row.getString("number"), row.getLong("version")))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** The ticket with the version that it had at a moment. */
    private Ticket then(Ticket ticket, Moment at) {
        if (at == null) {
            return ticket;
        }
        var where = Lifetime.at(at).equal("ticket_id", ticket.ticketId());
        var version = db.sql("SELECT version FROM ticket_timeline" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .optional()
                .orElseThrow(Refused::notFound);
        return new Ticket(ticket.ticketId(), ticket.number(), version);
    }

    private static Happened happened(ResultSet row) throws SQLException {
        return new Happened(
                row.getLong("version"),
                row.getString("event"),
                JSON.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                row.getString("actor"),
                row.getString("role"),
                row.getString("channel"),
                time(row, "occurred_at"),
                time(row, "recorded_at"));
    }

    /** What the ids that occur are called today. Ids are unique over all kinds of things. */
    private Map<String, String> names(List<Happened> happened) {
        var ids = happened.stream()
                .flatMap(line -> Stream.concat(Stream.ofNullable(line.actor()), line.fields().values().stream()))
                .distinct()
                .toArray(String[]::new);
        var names = new HashMap<String, String>();
        db.sql("""
                SELECT account_id AS id, display_name AS name FROM account WHERE account_id = ANY(:ids)
                UNION ALL SELECT team_id, name FROM team WHERE team_id = ANY(:ids)
                UNION ALL SELECT contact_id, name FROM customer_contact WHERE contact_id = ANY(:ids)
                UNION ALL SELECT site_id, name FROM customer_site WHERE site_id = ANY(:ids)
                UNION ALL SELECT ticket_id, number FROM ticket_history_ticket WHERE ticket_id = ANY(:ids)
                UNION ALL SELECT policy_id, name FROM sla_policy WHERE policy_id = ANY(:ids)
                """).param("ids", ids, Types.ARRAY).query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        return names;
    }
}
