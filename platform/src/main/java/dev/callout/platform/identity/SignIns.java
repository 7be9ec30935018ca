package dev.callout.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callout.api.identity.SignInKind;
import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedTable;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in, by token or at a browser. A refresh token works once; used again it was stolen, and the whole sign-in ends. */
@Component
public class SignIns {

    static final Duration ACCESS_FOR = Duration.ofMinutes(30);
    static final Duration REFRESH_FOR = Duration.ofHours(12);
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    /** One row of tokens that works; the cache also remembers tokens that do not (an absent one never comes to life). */
    record SignIn(String signInId, String accountId, Instant expiresAt) {}

    private final JdbcClient database;
    private final KeyedRows keyed;
    private final Cache<ByteBuffer, Optional<SignIn>> known = Caffeine.newBuilder()
            .expireAfterWrite(Credentials.REMEMBERED)
            .maximumSize(10_000)
            .build();

    private final Cache<String, Boolean> live = Caffeine.newBuilder()
            .expireAfterWrite(Credentials.REMEMBERED)
            .maximumSize(10_000)
            .build();

    SignIns(JdbcClient database, KeyedRows keyed) {
        this.database = database;
        this.keyed = keyed;
    }

    TokenPair start(String accountId, String agent) {
        database.sql("delete from sign_in where refresh_expires_at < :longAgo")
                .param("longAgo", at(Instant.now().minus(KEPT_FOR)))
                .update();
        return store(begin(accountId, SignInKind.PROGRAM, agent), accountId);
    }

    /** The id of a sign-in that a browser's session holds. */
    String startBrowser(String accountId, String agent) {
        return begin(accountId, SignInKind.BROWSER, agent);
    }

    private String begin(String accountId, SignInKind kind, String agent) {
        database.sql("delete from signed_in where expires_at < :longAgo")
                .param("longAgo", at(Instant.now().minus(KEPT_FOR)))
                .update();
        var id = UUID.randomUUID().toString();
        var now = Instant.now();
        database.sql("""
                        insert into signed_in (sign_in_id, account_id, kind, agent, started_at, last_seen_at, expires_at)
                        values (:id, :account, :kind, :agent, :now, :now, :expiresAt)""")
                .param("id", id)
                .param("account", accountId)
                .param("kind", kind.name())
                .param("agent", Agents.family(agent))
                .param("now", at(now))
                .param("expiresAt", at(now.plus(REFRESH_FOR)))
                .update();
        return id;
    }

    /** Whether a browser's sign-in has not ended, as far as was known {@link Credentials#REMEMBERED} ago. */
    boolean isLive(String signInId) {
        return live.get(signInId, id -> seen(id, null));
    }

    /** Notes that somebody is at work; false when the sign-in has ended. */
    private boolean seen(String signInId, Instant newExpiry) {
        return database.sql("""
                        update signed_in set last_seen_at = now(), expires_at = coalesce(:expiry, expires_at)
                        where sign_in_id = :id and ended_at is null and expires_at > now()""")
                        .param("id", signInId)
                        .param("expiry", newExpiry == null ? null : at(newExpiry), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** The next pair of tokens; empty when the refresh token does not work, or no longer. */
    Optional<TokenPair> refresh(String refreshToken) {
        var hash = Tokens.hash(refreshToken);
        if (!isOurs("refresh_hash", hash)) {
            return Optional.empty();
        }
        var used = database.sql("""
                        update sign_in set refreshed_at = now()
                        where refresh_hash = :hash and refreshed_at is null and ended_at is null
                          and refresh_expires_at > now()
                        returning sign_in_id, account_id, expires_at""").param("hash", hash).query(SignIn.class).optional();
        if (used.isEmpty()) {
            database.sql("select sign_in_id from sign_in where refresh_hash = :hash")
                    .param("hash", hash)
                    .query(String.class)
                    .optional()
                    .ifPresent(this::end);
            return Optional.empty();
        }
        known.asMap().values().removeIf(signIn -> isOf(signIn, used.get().signInId()));
        if (!seen(used.get().signInId(), Instant.now().plus(REFRESH_FOR))) {
            return Optional.empty();
        }
        return used.map(signIn -> store(signIn.signInId(), signIn.accountId()));
    }

    /** The account that holds this access token now. */
    Optional<SignIn> find(String accessToken) {
        return known.get(ByteBuffer.wrap(Tokens.hash(accessToken)), this::load)
                .filter(signIn -> signIn.expiresAt().isAfter(Instant.now()));
    }

    void end(String signInId) {
        end("sign_in_id = :id", signInId, "");
    }

    /** Ends one sign-in of an account; false when it has none such. */
    public boolean end(String accountId, String signInId) {
        return end("account_id = :id and sign_in_id = :other", accountId, signInId) > 0;
    }

    public void endAll(String accountId) {
        end("account_id = :id", accountId, "");
    }

    /** Ends all sign-ins of an account but one. */
    public void endOthers(String accountId, String keptSignInId) {
        end("account_id = :id and sign_in_id <> :other", accountId, keptSignInId == null ? "" : keptSignInId);
    }

    private int end(String which, String id, String other) {
        var ended = database.sql(
                        "update signed_in set ended_at = now() where ended_at is null and expires_at > now() and "
                                + which + " returning sign_in_id")
                .param("id", id)
                .param("other", other)
                .query(String.class)
                .list();
        database.sql("update sign_in set ended_at = now() where ended_at is null and " + which)
                .param("id", id)
                .param("other", other)
                .update();
        AfterCommit.run(() -> {
            live.invalidateAll(ended);
            known.asMap().values().removeIf(signIn -> signIn.stream().anyMatch(one -> ended.contains(one.signInId())));
        });
        return ended.size();
    }

    private static boolean isOf(Optional<SignIn> signIn, String signInId) {
        return signIn.isPresent() && signIn.get().signInId().equals(signInId);
    }

    private Optional<SignIn> load(ByteBuffer accessHash) {
        var found = database.sql("""
                        select sign_in_id, account_id, expires_at from sign_in
                        where access_hash = :hash and refreshed_at is null and ended_at is null""")
                .param("hash", accessHash.array())
                .query(SignIn.class)
                .optional();
        return found.filter(signIn -> isOurs("access_hash", accessHash.array()))
                .filter(signIn -> seen(signIn.signInId(), null));
    }

    /** Tokens that somebody wrote in by hand let nobody in. */
    private boolean isOurs(String column, byte[] hash) {
        return database.sql("select encode(access_hash, 'hex') from sign_in where " + column + " = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .filter(key -> keyed.isOurs(KeyedTable.SIGN_IN, key))
                .isPresent();
    }

    private TokenPair store(String signInId, String accountId) {
        var pair = TokenPair.fresh();
        var now = Instant.now();
        database.sql("""
                        insert into sign_in (access_hash, refresh_hash, sign_in_id, account_id, created_at, expires_at,
                                             refresh_expires_at)
                        values (:access, :refresh, :signInId, :accountId, :now, :expiresAt, :refreshExpiresAt)""")
                .param("access", Tokens.hash(pair.accessToken()))
                .param("refresh", Tokens.hash(pair.refreshToken()))
                .param("signInId", signInId)
                .param("accountId", accountId)
                .param("now", at(now))
                .param("expiresAt", at(now.plus(ACCESS_FOR)))
                .param("refreshExpiresAt", at(now.plus(REFRESH_FOR)))
                .update();
        keyed.close(KeyedTable.SIGN_IN, HexFormat.of().formatHex(Tokens.hash(pair.accessToken())));
        return pair;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
