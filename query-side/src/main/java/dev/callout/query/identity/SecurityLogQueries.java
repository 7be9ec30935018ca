package dev.callout.query.identity;

import dev.callout.api.identity.ListSecurityEvents;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.api.identity.SecurityEventLine;
import dev.callout.api.identity.SecurityEventPage;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what happened around signing in. */
@Component
class SecurityLogQueries {

    private static final Keyset LATEST_FIRST =
            Keyset.of("-securityEvent", true, new Column("security_event_id", Kind.NUMBER));

    private final PageReader pages;

    SecurityLogQueries(PageReader pages) {
        this.pages = pages;
    }

    @QueryHandler
    SecurityEventPage handle(ListSecurityEvents query) {
        var page = pages.read(
                "security_event",
                "SELECT * FROM page",
                new Where()
                        .equal(
                                "kind",
                                query.kind() == null ? null : query.kind().name())
                        .equal("account_id", query.accountId()),
                LATEST_FIRST,
                query.pageSize(),
                query.after(),
                query.count(),
                SecurityLogQueries::line);
        return new SecurityEventPage(page.items(), page.next(), page.total());
    }

    private static SecurityEventLine line(ResultSet row) throws SQLException {
        return new SecurityEventLine(
                row.getLong("security_event_id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                SecurityEventKind.valueOf(row.getString("kind")),
                row.getString("account_id"),
                row.getString("by_account_id"),
                row.getString("address"),
                row.getString("detail"));
    }
}
