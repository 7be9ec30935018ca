package dev.callout.query.identity;

import static dev.callout.query.sql.Columns.constant;
import static dev.callout.query.sql.Columns.named;

import dev.callout.api.identity.AccountDetails;
import dev.callout.api.identity.AccountPage;
import dev.callout.api.identity.FindAccount;
import dev.callout.api.identity.ListAccounts;
import dev.callout.api.identity.Named;
import dev.callout.api.identity.Role;
import dev.callout.query.Refused;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who may sign in. */
@Component
class AccountQueries {

    private static final Keyset BY_NAME =
            Keyset.of("displayName", false, new Column("display_name", Kind.TEXT), new Column("account_id", Kind.TEXT));

    private final PageReader pages;
    private final Snapshot snapshot;
    private final JdbcClient db;

    AccountQueries(PageReader pages, Snapshot snapshot, JdbcClient db) {
        this.pages = pages;
        this.snapshot = snapshot;
        this.db = db;
    }

    @QueryHandler
    AccountPage handle(ListAccounts query) {
        var page = snapshot.read(() -> pages.read(
                "account",
                "SELECT * FROM page",
                new Where()
                        .equal("customer_id", query.customerId())
                        .equal(
                                "role",
                                query.role() == null ? null : query.role().name())
                        .words("search_text", query.text()),
                BY_NAME,
                query.pageSize(),
                query.after(),
                query.count(),
                this::details));
        return new AccountPage(page.items(), page.next(), page.total());
    }

    @QueryHandler
    AccountDetails handle(FindAccount query) {
        return snapshot.read(() -> db.sql("SELECT * FROM account WHERE account_id = :account"
                        + " AND (:customer::text IS NULL OR customer_id = :customer)")
                .param("account", query.accountId())
                .param("customer", query.customerId(), Types.VARCHAR)
                .query((row, number) -> details(row))
                .optional()
                .orElseThrow(Refused::notFound));
    }

    private AccountDetails details(ResultSet row) throws SQLException {
        var accountId = row.getString("account_id");
        return new AccountDetails(
                accountId,
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                constant(row, "role", Role.class),
                row.getString("customer_id"),
                row.getString("contact_id"),
                row.getString("language"),
                row.getBoolean("active"),
                teams(accountId),
                row.getLong("version"));
    }

    private List<Named> teams(String accountId) {
        return db.sql("SELECT team.team_id, team.name FROM team_member JOIN team USING (team_id)"
                        + " WHERE account_id = :account ORDER BY team.name, team.team_id")
                .param("account", accountId)
                .query((row, number) -> named(row, "team_id", "name"))
                .list();
    }
}
