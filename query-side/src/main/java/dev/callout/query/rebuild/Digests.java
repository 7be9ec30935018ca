package dev.callout.query.rebuild;

import dev.callout.query.projection.Projection;
import dev.callout.query.sql.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SHA-256 over all rows of a view's tables: two views with the same digests are the same, byte for byte. */
@Component
class Digests {

    record Digest(List<TableDigest> tables) {}

    record TableDigest(String table, long rows, String sha256) {}

    private final Snapshot snapshot;
    private final JdbcTemplate db;

    Digests(Snapshot snapshot, JdbcTemplate db) {
        this.snapshot = snapshot;
        this.db = db;
    }

    Digest of(Projection projection) {
        return snapshot.read(
                () -> new Digest(projection.tables().stream().map(this::digest).toList()));
    }

    private TableDigest digest(String table) {
        return db.execute((ConnectionCallback<TableDigest>) connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var hash =
                    new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
                var rows =
                        copy.copyOut("COPY (SELECT * FROM " + table + " ORDER BY " + key(table) + ") TO STDOUT", hash);
                return new TableDigest(
                        table,
                        rows,
                        HexFormat.of().formatHex(hash.getMessageDigest().digest()));
            } catch (NoSuchAlgorithmException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String key(String table) {
        return db.queryForObject(
                "SELECT string_agg(attname, ', ' ORDER BY array_position(indkey::int2[], attnum)) FROM pg_index"
                        + " JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)"
                        + " WHERE indrelid = ?::regclass AND indisprimary",
                String.class,
                table);
    }
}
