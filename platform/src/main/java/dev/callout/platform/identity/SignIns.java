package dev.callout.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in by token. A refresh token works once; used again it was stolen, and the whole sign-in ends. */
@Component
class SignIns {

    static final Duration ACCESS_FOR = Duration.ofMinutes(30);
    static final Duration REFRESH_FOR = Duration.ofHours(12);
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    /** One row of tokens that works; the cache also remembers tokens that do not (an absent one never comes to life). */
    record SignIn(String signInId, String accountId, Instant expiresAt) {}

    private final JdbcClient database;
    private final Cache<ByteBuffer, Optional<SignIn>> known = Caffeine.newBuilder()
            .expireAfterWrite(Credentials.REMEMBERED)
            .maximumSize(10_000)
            .build();

    SignIns(JdbcClient database) {
        this.database = database;
    }

    TokenPair start(String accountId) {
        database.sql("delete from sign_in where refresh_expires_at < :longAgo")
                .param("longAgo", at(Instant.now().minus(KEPT_FOR)))
                .update();
        return store(UUID.randomUUID().toString(), accountId);
    }

    /** The next pair of tokens; empty when the refresh token does not work, or no longer. */
    Optional<TokenPair> refresh(String refreshToken) {
        var hash = Tokens.hash(refreshToken);
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
        return used.map(signIn -> store(signIn.signInId(), signIn.accountId()));
    }

    /** The account that holds this access token now. */
    Optional<SignIn> find(String accessToken) {
        return known.get(ByteBuffer.wrap(Tokens.hash(accessToken)), this::load)
                .filter(signIn -> signIn.expiresAt().isAfter(Instant.now()));
    }

    void end(String signInId) {
        database.sql("update sign_in set ended_at = now() where sign_in_id = :id and ended_at is null")
                .param("id", signInId)
                .update();
        AfterCommit.run(() -> known.asMap().values().removeIf(signIn -> isOf(signIn, signInId)));
    }

    void endAll(String accountId) {
        database.sql("update sign_in set ended_at = now() where account_id = :id and ended_at is null")
                .param("id", accountId)
                .update();
        AfterCommit.run(() -> known.asMap()
                .values()
                .removeIf(signIn ->
                        signIn.stream().anyMatch(one -> one.accountId().equals(accountId))));
    }

    private static boolean isOf(Optional<SignIn> signIn, String signInId) {
        return signIn.isPresent() && signIn.get().signInId().equals(signInId);
    }

    private Optional<SignIn> load(ByteBuffer accessHash) {
        return database.sql("""
                        select sign_in_id, account_id, expires_at from sign_in
                        where access_hash = :hash and refreshed_at is null and ended_at is null""")
                .param("hash", accessHash.array())
                .query(SignIn.class)
                .optional();
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
        return pair;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
