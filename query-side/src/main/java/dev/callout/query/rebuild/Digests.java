package dev.callout.query.rebuild;

import dev.callout.platform.tables.TableText;
import dev.callout.query.projection.Projection;
import dev.callout.query.sql.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
            try {
                var text = TableText.fingerprint(connection, table);
                return new TableDigest(table, text.rows(), text.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
