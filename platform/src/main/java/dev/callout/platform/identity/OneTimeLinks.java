package dev.callout.platform.identity;

import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedTable;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links that let somebody choose a password, once. An account has one of a kind that works; the next one, a new
 * password, a new mail address or the end of the account kill it.
 */
@Component
public class OneTimeLinks {

    /** What a link is for. */
    public enum Purpose {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration worksFor;

        Purpose(Duration worksFor) {
            this.worksFor = worksFor;
        }
    }

    private final JdbcClient database;
    private final KeyedRows keyed;

    OneTimeLinks(JdbcClient database, KeyedRows keyed) {
        this.database = database;
        this.keyed = keyed;
    }

    /** The token of a new link; whoever has it may choose the account's password. */
    public String make(String accountId, Purpose purpose) {
        database.sql("delete from one_time_link where expires_at < now() - interval '30 days'")
                .update();
        database.sql("update one_time_link set ended_at = now()"
                        + " where account_id = :account and purpose = :purpose and ended_at is null")
                .param("account", accountId)
                .param("purpose", purpose.name())
                .update();
        var token = Tokens.fresh();
        database.sql("""
                        insert into one_time_link (token_hash, account_id, purpose, made_at, expires_at)
                        values (:hash, :account, :purpose, now(), now() + make_interval(secs => :seconds))""")
                .param("hash", Tokens.hash(token))
                .param("account", accountId)
                .param("purpose", purpose.name())
                .param("seconds", purpose.worksFor.toSeconds())
                .update();
        keyed.close(KeyedTable.ONE_TIME_LINK, key(token));
        return token;
    }

    private static String key(String token) {
        return HexFormat.of().formatHex(Tokens.hash(token));
    }

    public int madeWithinAnHour(String accountId, Purpose purpose) {
        return database.sql("select count(*) from one_time_link where account_id = :account and purpose = :purpose"
                        + " and made_at > now() - interval '1 hour'")
                .param("account", accountId)
                .param("purpose", purpose.name())
                .query(Integer.class)
                .single();
    }

    /** Whether a link can still be used. Asking uses nothing up. */
    public boolean works(String token) {
        return database.sql("select exists (select from one_time_link"
                                + " where token_hash = :hash and ended_at is null and expires_at > now())")
                        .param("hash", Tokens.hash(token))
                        .query(Boolean.class)
                        .single()
                && keyed.isOurs(KeyedTable.ONE_TIME_LINK, key(token));
    }

    /** Whose link this is. It is used up when the caller's transaction commits, and only then. */
    public String use(String token) {
        var hash = Tokens.hash(token);
        if (!keyed.isOurs(KeyedTable.ONE_TIME_LINK, key(token))) {
            throw new ProblemException(ProblemCode.NOT_FOUND); // somebody wrote it in by hand
        }
        return database.sql("update one_time_link set ended_at = now()"
                        + " where token_hash = :hash and ended_at is null and expires_at > now() returning account_id")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .orElseThrow(
                        () -> new ProblemException(wasThere(hash) ? ProblemCode.LINK_GONE : ProblemCode.NOT_FOUND));
    }

    void endAll(String accountId) {
        database.sql("update one_time_link set ended_at = now() where account_id = :account and ended_at is null")
                .param("account", accountId)
                .update();
    }

    private boolean wasThere(byte[] hash) {
        return database.sql("select exists (select from one_time_link where token_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }
}
