package dev.callout.query.identity;

import dev.callout.api.identity.FindSecondFactor;
import dev.callout.api.identity.ListSignIns;
import dev.callout.api.identity.SecondFactorState;
import dev.callout.api.identity.SignInKind;
import dev.callout.api.identity.SignInLine;
import dev.callout.api.identity.SignInList;
import java.time.OffsetDateTime;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers where and how somebody signs in. */
@Component
class SignInQueries {

    private static final int MOST = 200;

    private final JdbcClient db;

    SignInQueries(JdbcClient db) {
        this.db = db;
    }

    @QueryHandler
    SignInList handle(ListSignIns query) {
        return new SignInList(db.sql("SELECT * FROM signed_in WHERE account_id = :account AND ended_at IS NULL"
                        + " AND expires_at > now() ORDER BY started_at DESC, sign_in_id LIMIT " + MOST)
                .param("account", query.accountId())
                .query((row, number) -> new SignInLine(
                        row.getString("sign_in_id"),
                        SignInKind.valueOf(row.getString("kind")),
                        row.getString("agent"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    @QueryHandler
    SecondFactorState handle(FindSecondFactor query) {
        return db.sql("SELECT exists (SELECT FROM second_factor WHERE account_id = :account"
                        + " AND confirmed_at IS NOT NULL),"
                        + " (SELECT count(*) FROM recovery_code WHERE account_id = :account AND used_at IS NULL)")
                .param("account", query.accountId())
                .query((row, number) -> new SecondFactorState(row.getBoolean(1), row.getInt(2)))
                .single();
    }
}
