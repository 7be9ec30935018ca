package dev.callout.query.audit;

import dev.callout.api.audit.AuditEventPage;
import dev.callout.api.audit.AuditFilter;
import dev.callout.api.audit.CheckpointPage;
import dev.callout.api.audit.ListAuditEvents;
import dev.callout.api.audit.ListCheckpoints;
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
import org.springframework.stereotype.Component;

/** Answers who did what and when, over all that ever happened. */
@Component
class AuditQueries {

    private static final Keyset NEWEST = Keyset.of("newest", true, new Column("position", Kind.NUMBER));
    private static final Keyset OLDEST = Keyset.of("oldest", false, new Column("position", Kind.NUMBER));
    private static final Keyset LAST_CHECKPOINT = Keyset.of("last", true, new Column("number", Kind.NUMBER));
    private static final String TICKET =
            "aggregate_id = coalesce((SELECT ticket_id FROM ticket_details WHERE number = :ticket), :ticket)";

    private final PageReader pages;
    private final ReadableEvents readable;

    AuditQueries(PageReader pages, ReadableEvents readable) {
        this.pages = pages;
        this.readable = readable;
    }

    @QueryHandler
    AuditEventPage handle(ListAuditEvents query) {
        var page = pages.read(
                SealedEvents.TABLE,
                "SELECT * FROM page",
                where(query.filter()),
                query.newestFirst() ? NEWEST : OLDEST,
                query.pageSize(),
                query.after(),
                query.count(),
                SealedEvents::read);
        var payloads = query.payload()
                ? readable.at(page.items().stream().map(SealedEvent::position).toList())
                : Map.<Long, Map<String, Object>>of();
        return new AuditEventPage(
                page.items().stream()
                        .map(event -> line(event, payloads.get(event.position())))
                        .toList(),
                page.next(),
                page.total());
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
