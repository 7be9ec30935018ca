package dev.callout.query.privacy;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.time;

import dev.callout.api.privacy.Erased;
import dev.callout.api.privacy.ErasureDetails;
import dev.callout.api.privacy.ErasureGround;
import dev.callout.api.privacy.ErasurePage;
import dev.callout.api.privacy.FindErasure;
import dev.callout.api.privacy.ListErasures;
import dev.callout.api.privacy.PersonKind;
import dev.callout.query.Refused;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who was erased, and what that covered. */
@Component
class ErasureQueries {

    private static final Keyset LATEST_FIRST =
            Keyset.of("orderedAt", true, new Column("ordered_at", Kind.TIME), new Column("erasure_id", Kind.TEXT));

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final PageReader pages;
    private final JdbcClient db;
    private final EventStore events;

    ErasureQueries(PageReader pages, JdbcClient db, EventStore events) {
        this.pages = pages;
        this.db = db;
        this.events = events;
    }

    @QueryHandler
    ErasurePage handle(ListErasures query) {
        var page = pages.read(
                "erasure",
                "SELECT * FROM page",
                new Where(),
                LATEST_FIRST,
                query.pageSize(),
                query.after(),
                query.count(),
                ErasureQueries::details);
        return new ErasurePage(page.items(), page.next(), page.total());
    }

    /** Whoever orders an erasure looks at it at once: the view may be a moment behind. */
    @QueryHandler
    ErasureDetails handle(FindErasure query) throws InterruptedException {
        var found = find(query.erasureId());
        if (found.isPresent() || events.lastSequenceNumberFor(query.erasureId()).isEmpty()) {
            return found.orElseThrow(Refused::notFound);
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            found = find(query.erasureId());
        }
        return found.orElseThrow(Refused::notFound);
    }

    private Optional<ErasureDetails> find(String erasureId) {
        return db.sql("SELECT * FROM erasure WHERE erasure_id = ?")
                .param(erasureId)
                .query((row, number) -> details(row))
                .optional();
    }

    private static ErasureDetails details(ResultSet row) throws SQLException {
        var completedAt = time(row, "completed_at");
        return new ErasureDetails(
                row.getString("erasure_id"),
                row.getString("person_id"),
                constant(row, "kind", PersonKind.class),
                constant(row, "ground", ErasureGround.class),
                row.getString("ordered_by"),
                time(row, "ordered_at"),
                completedAt,
                completedAt == null ? null : erased(row),
                row.getLong("version"));
    }

    private static Erased erased(ResultSet row) throws SQLException {
        return new Erased(
                row.getInt("customers"),
                row.getInt("tickets"),
                row.getInt("accounts"),
                row.getLong("events"),
                row.getInt("files"),
                row.getLong("position"));
    }
}
