package dev.callout.platform.audit;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Snapshots carry keyed hashes: one that somebody else wrote is never used, and the events tell the rest. */
@Component
public class KeyedSnapshots {

    private static final Logger log = LoggerFactory.getLogger(KeyedSnapshots.class);

    private static final int AT_A_TIME = 50;

    private final JdbcClient db;
    private final KeyedHash keyed;

    KeyedSnapshots(JdbcClient db, KeyedHash keyed) {
        this.db = db;
        this.keyed = keyed;
    }

    public byte[] close(
            String type, String aggregateId, long sequence, String payloadType, String revision, byte[] state) {
        return KeyedJson.close(keyed, context(type, aggregateId, sequence, payloadType, revision), state);
    }

    private static Canonical context(
            String type, String aggregateId, long sequence, String payloadType, String revision) {
        return new Canonical("callout-snapshot-1")
                .text(type)
                .text(aggregateId)
                .number(sequence)
                .text(payloadType)
                .text(revision);
    }

    /** The snapshot as the product took it; empty when somebody else wrote it or put it there. */
    public Optional<DomainEventData<byte[]>> open(DomainEventData<?> stored) {
        var payload = stored.getPayload();
        var state = KeyedJson.open(
                keyed,
                context(
                        stored.getType(),
                        stored.getAggregateIdentifier(),
                        stored.getSequenceNumber(),
                        payload.getType().getName(),
                        payload.getType().getRevision()),
                (byte[]) payload.getData());
        if (state.isEmpty()) {
            log.error(
                    "The snapshot {} of {} was written by somebody else and is not used",
                    stored.getSequenceNumber(),
                    stored.getAggregateIdentifier());
        }
        return state.map(json -> new GenericDomainEventEntry<>(
                stored.getType(),
                stored.getAggregateIdentifier(),
                stored.getSequenceNumber(),
                stored.getEventIdentifier(),
                stored.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                json,
                (byte[]) stored.getMetaData().getData()));
    }

    /** What somebody else wrote. */
    public List<Finding> changed() {
        var findings = new ArrayList<Finding>();
        db.sql("SELECT * FROM snapshot_event_entry ORDER BY aggregate_identifier, sequence_number")
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    changed(row).ifPresent(findings::add);
                });
        return findings;
    }

    private Optional<Finding> changed(ResultSet row) throws SQLException {
        var aggregateId = row.getString("aggregate_identifier");
        var sequence = row.getLong("sequence_number");
        var context = context(
                row.getString("type"),
                aggregateId,
                sequence,
                row.getString("payload_type"),
                row.getString("payload_revision"));
        return KeyedJson.open(keyed, context, row.getBytes("payload")).isPresent()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Kind.SNAPSHOT_CHANGED,
                        "The snapshot %d of %s was not taken by this product: its keyed hash does not fit."
                                .formatted(sequence, aggregateId)));
    }
}
