package dev.callout.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events as they stand in PostgreSQL. Positions are taken before an append commits, so one may still turn up below
 * another that is there already. But whoever takes a position holds a lock on the table from before until the end of the
 * transaction: once all who held it at one moment are gone, nothing can turn up any more among the positions that had
 * been taken by then. No append ever waits for this, and no other work in the database delays it.
 */
class PostgresStoredEvents implements StoredEvents {

    private static final String COLUMNS = "global_index, event_identifier, aggregate_identifier, sequence_number, type,"
            + " time_stamp, payload_type, payload_revision, payload, meta_data";

    /** The last position taken at one moment, and who was appending right after. */
    private record Look(long last, Set<String> appending) {}

    private final JdbcClient db;
    private long settled = BEFORE_ALL;
    private Look waitingFor = new Look(BEFORE_ALL, Set.of());

    PostgresStoredEvents(JdbcClient db) {
        this.db = db;
    }

    @Override
    public synchronized long settled() {
        var now = look();
        if (Collections.disjoint(waitingFor.appending(), now.appending())) {
            settled = Math.max(settled, waitingFor.last());
            waitingFor = now;
        }
        if (now.appending().isEmpty()) {
            settled = Math.max(settled, now.last());
        }
        return settled;
    }

    /** First the position, then the locks: whoever took a position up to this one is gone or among these. */
    private Look look() {
        var last = db.sql(
                        "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM domain_event_entry_global_index_seq")
                .query(Long.class)
                .single();
        var appending = db.sql("SELECT virtualtransaction FROM pg_locks WHERE relation = 'domain_event_entry'::regclass"
                        + " AND mode = 'RowExclusiveLock'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(String.class)
                .set();
        return new Look(last, appending);
    }

    @Override
    public List<StoredEvent> between(long after, long upTo, int atMost) {
        return db.sql("SELECT " + COLUMNS + " FROM domain_event_entry WHERE global_index > :after"
                        + " AND global_index <= :upTo ORDER BY global_index LIMIT :atMost")
                .param("after", after)
                .param("upTo", upTo)
                .param("atMost", atMost)
                .query((row, number) -> event(row))
                .list();
    }

    @Override
    public List<StoredEvent> at(Collection<Long> positions) {
        return db.sql("SELECT " + COLUMNS + " FROM domain_event_entry WHERE global_index = ANY(:positions)"
                        + " ORDER BY global_index")
                .param("positions", positions.toArray(Long[]::new), Types.ARRAY)
                .query((row, number) -> event(row))
                .list();
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("global_index"),
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("type"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getBytes("payload"),
                row.getBytes("meta_data"));
    }
}
