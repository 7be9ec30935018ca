package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callout.platform.identity.AfterCommit;
import dev.callout.platform.keys.Aes;
import dev.callout.platform.keys.MasterKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of each person: made when something of theirs is first written, destroyed when they are erased. Whoever has no
 * key any more reads "erased", on this node at once and on every other within {@link #remembered()}.
 */
@Component
public class PersonKeys {

    private final KeyTable table;
    private final JdbcClient database;
    private final SecretKey master;
    private final Duration remembered;
    private final Cache<String, Optional<SecretKey>> known;

    PersonKeys(
            KeyTable table,
            JdbcClient database,
            MasterKey master,
            @Value("${callout.privacy.keys-remembered:30s}") Duration remembered) {
        this.table = table;
        this.database = database;
        this.master = Aes.key(master.derive(MasterKey.PERSON_KEYS));
        this.remembered = remembered;
        known = Caffeine.newBuilder()
                .expireAfterWrite(remembered)
                .maximumSize(100_000)
                .build();
    }

    /** How long another node may still use a key that was destroyed. */
    public Duration remembered() {
        return remembered;
    }

    /** The key to write with, made if there is none yet; empty for somebody who is erased. */
    Optional<SecretKey> toSeal(String personId) {
        return known.get(
                personId,
                id -> table.find(id)
                        .or(() -> table.add(id, wrap(id, Aes.newKey())))
                        .map(row -> unwrap(id, row))
                        .orElseThrow(() -> missing(id)));
    }

    /** The key to read with; empty for somebody who is erased. That there was never one is an accident. */
    Optional<SecretKey> toOpen(String personId) {
        return known.get(
                personId, id -> table.find(id).map(row -> unwrap(id, row)).orElseThrow(() -> missing(id)));
    }

    public boolean isErased(String personId) {
        return database.sql("SELECT " + isErasedSql("?"))
                .param(personId)
                .query(Boolean.class)
                .single();
    }

    /** The same as a condition, for those who have more to ask in one go. */
    public static String isErasedSql(String personId) {
        return "EXISTS (SELECT FROM person_key WHERE person_id = " + personId + " AND erased_at IS NOT NULL)";
    }

    /** Destroys keys in the caller's transaction, and says whose; those who never had one get none any more. */
    public Set<String> destroy(Collection<String> personIds) {
        var destroyed = database.sql("INSERT INTO person_key AS held (person_id, erased_at)"
                        + " SELECT unnest(:ids::text[]), now() ON CONFLICT (person_id) DO UPDATE"
                        + " SET wrapped_key = NULL, erased_at = now() WHERE held.erased_at IS NULL"
                        + " RETURNING person_id")
                .param("ids", personIds.toArray(String[]::new))
                .query(String.class)
                .set();
        AfterCommit.run(this::forget);
        return destroyed;
    }

    /** Looks every key up anew, since some are known to be destroyed. */
    public void forget() {
        known.invalidateAll();
    }

    private byte[] wrap(String personId, SecretKey key) {
        return Aes.seal(master, personId.getBytes(UTF_8), key.getEncoded());
    }

    private Optional<SecretKey> unwrap(String personId, KeyTable.Row row) {
        return Optional.ofNullable(row.wrappedKey())
                .map(wrapped -> Aes.key(Aes.open(master, personId.getBytes(UTF_8), wrapped)));
    }

    private static IllegalStateException missing(String personId) {
        return new IllegalStateException("There is no key of " + personId + ", not even a destroyed one.");
    }
}
