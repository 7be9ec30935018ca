package dev.callout.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.platform.WillNotStart;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.crypto.SecretKey;

/**
 * Puts a new master key in the old one's place, in one transaction and while no product runs: the keys of persons are
 * wrapped anew, and the keys that checkpoints are signed and rows are hashed with are kept, since one key has to vouch
 * for all of them.
 */
public final class MasterKeyRotation {

    private static final int AT_A_TIME = 1_000;

    private final byte[] before;
    private final byte[] after;

    public MasterKeyRotation(String before, String whereBefore, String after, String whereAfter) {
        this.before = MasterKey.parse(before, whereBefore);
        this.after = MasterKey.parse(after, whereAfter);
        if (MessageDigest.isEqual(this.before, this.after)) {
            throw new WillNotStart("The key in " + whereAfter + " is the master key already.");
        }
    }

    /**
     * Does it, if it can be done at all.
     *
     * @param atLast what has to be done before anything needs the new key; if it fails, nothing is changed
     * @return how many persons' keys were wrapped anew
     */
    public long run(Connection database, Runnable atLast) throws SQLException {
        database.setAutoCommit(false);
        try {
            requireNobodyElse(database);
            requireTheKeyOf(database);
            keep(database, MasterKey.CHECKPOINTS);
            keep(database, MasterKey.KEYED_HASHES);
            var wrapped = wrapAnew(database);
            write(database, MasterKey.CHECK, MasterKey.derive(after, MasterKey.CHECK_PURPOSE));
            atLast.run();
            database.commit();
            return wrapped;
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
    }

    /** Who comes after this has to wait, and then finds another key wanted; who is there already knows the old one only. */
    private static void requireNobodyElse(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("LOCK TABLE secret, person_key IN ACCESS EXCLUSIVE MODE NOWAIT");
            var others = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND usesysid IS NOT NULL"); // PostgreSQL's own helpers act as nobody
            others.next();
            if (others.getLong(1) > 0) {
                throw new WillNotStart("Somebody else is at work on this database: " + others.getLong(1)
                        + " connections. Stop every process of Callout first; nothing was changed.");
            }
        }
    }

    private void requireTheKeyOf(Connection database) throws SQLException {
        if (!MessageDigest.isEqual(
                read(database, MasterKey.CHECK), MasterKey.derive(before, MasterKey.CHECK_PURPOSE))) {
            throw new WillNotStart("The present master key is not that of this database; nothing was changed.");
        }
    }

    /** What was derived from the first master key goes on under the new one. */
    private void keep(Connection database, String purpose) throws SQLException {
        var name = MasterKey.keptName(purpose);
        var context = name.getBytes(UTF_8);
        var kept = read(database, name);
        var secret =
                kept == null ? MasterKey.derive(before, purpose) : Aes.open(key(before, MasterKey.KEPT), context, kept);
        write(database, name, Aes.seal(key(after, MasterKey.KEPT), context, secret));
    }

    private long wrapAnew(Connection database) throws SQLException {
        var old = key(before, MasterKey.PERSON_KEYS);
        var now = key(after, MasterKey.PERSON_KEYS);
        var done = 0L;
        try (var select = database.prepareStatement(
                        "SELECT person_id, wrapped_key FROM person_key WHERE wrapped_key IS NOT NULL");
                var update = database.prepareStatement("UPDATE person_key SET wrapped_key = ? WHERE person_id = ?")) {
            select.setFetchSize(AT_A_TIME);
            for (var row = select.executeQuery(); row.next(); done++) {
                var person = row.getString(1);
                var context = person.getBytes(UTF_8);
                update.setBytes(1, Aes.seal(now, context, Aes.open(old, context, row.getBytes(2))));
                update.setString(2, person);
                update.addBatch();
                if ((done + 1) % AT_A_TIME == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
        return done;
    }

    private static SecretKey key(byte[] master, String purpose) {
        return Aes.key(MasterKey.derive(master, purpose));
    }

    private static byte[] read(Connection database, String name) throws SQLException {
        try (var select = named(database, "SELECT value FROM secret WHERE name = ?", name);
                var row = select.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        }
    }

    private static void write(Connection database, String name, byte[] value) throws SQLException {
        try (var insert = named(
                database,
                "INSERT INTO secret (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name)) {
            insert.setBytes(2, value);
            insert.executeUpdate();
        }
    }

    private static PreparedStatement named(Connection database, String sql, String name) throws SQLException {
        var statement = database.prepareStatement(sql);
        statement.setString(1, name);
        return statement;
    }
}
