package dev.callout.query.audit;

import dev.callout.api.RefusalCode;
import dev.callout.api.audit.AuditEventPage;
import dev.callout.api.audit.AuditFilter;
import dev.callout.api.audit.CheckpointPage;
import dev.callout.api.audit.ListAuditEvents;
import dev.callout.api.audit.ListCheckpoints;
import dev.callout.query.Refused;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who did what and when, over all that ever happened. */
@Component
class AuditQueries {

    private static final Keyset NEWEST = Keyset.of("newest", true, new Column("position", Kind.NUMBER));
    private static final Keyset OLDEST = Keyset.of("oldest", false, new Column("position", Kind.NUMBER));
    private static final Keyset LAST_CHECKPOINT = Keyset.of("last", true, new Column("number", Kind.NUMBER));
    private static final String TICKET =
            "aggregate_id = coalesce((SELECT ticket_id FROM ticket_details WHERE number = :ticket), :ticket)";

    private static final String ACTOR_IS_KNOWN = "SELECT WHERE EXISTS (SELECT FROM audit_event WHERE actor = :value)"
            + " OR EXISTS (SELECT FROM account WHERE account_id = :value)";
    private static final String TICKET_IS_KNOWN =
            "SELECT WHERE EXISTS (SELECT FROM ticket_details" + " WHERE ticket_id = :value OR number = :value)";

    private final JdbcClient db;
    private final PageReader pages;
    private final ReadableEvents readable;

    AuditQueries(JdbcClient db, PageReader pages, ReadableEvents readable) {
        this.db = db;
        this.pages = pages;
        this.readable = readable;
    }

    @QueryHandler
    AuditEventPage handle(ListAuditEvents query) {
        require("account", ACTOR_IS_KNOWN, query.filter().actor());
        require("ticket", TICKET_IS_KNOWN, query.filter().ticket());
        var order = query.newestFirst() ? NEWEST : OLDEST;
        var page = pages.read(
                SealedEvents.TABLE,
                "SELECT * FROM page",
                where(query.filter()),
                order,
                query.pageSize(),
                query.after(),
                query.count(),
                SealedEvents::read);
        if (!query.payload()) {
            return new AuditEventPage(
                    page.items().stream().map(event -> line(event, null)).toList(), page.next(), page.total());
        }
        var said = readable.at(page.items().stream().map(SealedEvent::position).toList());
        var shown = page.items().subList(0, said.covered());
        return new AuditEventPage(
                shown.stream()
                        .map(event -> line(event, said.payloads().get(event.position())))
                        .toList(),
                shown.size() < page.items().size()
                        ? order.cursor((Object) shown.get(shown.size() - 1).position())
                        : page.next(),
                page.total());
    }

    /** An empty page would say that nothing was done, where there is nobody who could have done it. */
    private void require(String what, String isKnown, String value) {
        if (value != null
                && db.sql(isKnown).param("value", value).query().listOfRows().isEmpty()) {
            throw Refused.of(RefusalCode.UNKNOWN_FILTER_VALUE, "There is no " + what + " '" + value + "'.");
        }
    }

    private static Where where(AuditFilter filter) {
        var where = new Where()
                .equal("actor", filter.actor())
                .equal("role", filter.role() == null ? null : filter.role().name())
                .equal("channel", filter.channel())
                .in("event", filter.events() == null ? List.of() : filter.events())
                .equal("aggregate_id", filter.aggregateId())
                .equal("command_id", filter.commandId())
                .equal("correlation_id", filter.correlationId())
                .equal("trace_id", filter.traceId());
        if (filter.ticket() != null) {
            where.and(TICKET, "ticket", filter.ticket());
        }
        bound(where, "recorded_at >= :recordedFrom", "recordedFrom", filter.recordedFrom());
        bound(where, "recorded_at < :recordedTo", "recordedTo", filter.recordedTo());
        bound(where, "occurred_at >= :occurredFrom", "occurredFrom", filter.occurredFrom());
        bound(where, "occurred_at < :occurredTo", "occurredTo", filter.occurredTo());
        return where;
    }

    private static void bound(Where where, String condition, String parameter, Instant at) {
        if (at != null) {
            where.and(condition, parameter, at.atOffset(ZoneOffset.UTC));
        }
    }

    private static AuditEventPage.Line line(SealedEvent event, Map<String, Object> payload) {
        return new AuditEventPage.Line(
                event.position(),
                event.eventId(),
                event.event(),
                event.aggregateId(),
                event.sequence(),
                event.actor(),
                event.role(),
                event.channel(),
                event.commandId(),
                event.correlationId(),
                event.traceId(),
                event.recordedAt(),
                event.occurredAt(),
                event.block(),
                event.hash().toString(),
                payload);
    }

    @QueryHandler
    CheckpointPage handle(ListCheckpoints query) {
        var page = pages.read(
                Checkpoints.TABLE,
                "SELECT * FROM page",
                new Where(),
                LAST_CHECKPOINT,
                query.pageSize(),
                query.after(),
                query.count(),
                Checkpoints::read);
        return new CheckpointPage(page.items(), page.next(), page.total());
    }
}
