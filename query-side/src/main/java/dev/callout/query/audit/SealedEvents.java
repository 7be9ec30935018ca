package dev.callout.query.audit;

import static dev.callout.query.sql.Columns.time;

import dev.callout.platform.audit.Block;
import dev.callout.platform.audit.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seals of all events. */
@Component
class SealedEvents {

    static final String TABLE = "audit_event";

    private final JdbcClient db;
    private final JdbcTemplate batches;

    SealedEvents(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    void add(List<SealedEvent> sealed) {
        batches.batchUpdate(
                "INSERT INTO audit_event (position, block, hash, event_id, aggregate_id, sequence, event, actor, role,"
                        + " channel, command_id, correlation_id, trace_id, recorded_at, occurred_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sealed,
                sealed.size(),
                (row, event) -> {
                    row.setLong(1, event.position());
                    row.setLong(2, event.block());
                    row.setBytes(3, event.hash().bytes());
                    row.setString(4, event.eventId());
                    row.setString(5, event.aggregateId());
                    row.setLong(6, event.sequence());
                    row.setString(7, event.event());
                    row.setString(8, event.actor());
                    row.setString(9, event.role());
                    row.setString(10, event.channel());
                    row.setString(11, event.commandId());
                    row.setString(12, event.correlationId());
                    row.setString(13, event.traceId());
                    row.setObject(14, moment(event.recordedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
                    row.setObject(15, moment(event.occurredAt()), Types.TIMESTAMP_WITH_TIMEZONE);
                });
    }

    private static Object moment(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    List<SealedEvent> between(long after, long upTo, int atMost) {
        return db.sql("SELECT * FROM audit_event WHERE position > :after AND position <= :upTo"
                        + " ORDER BY position LIMIT :atMost")
                .param("after", after)
                .param("upTo", upTo)
                .param("atMost", atMost)
                .query((row, number) -> read(row))
                .list();
    }

    /** The seals of one block. */
    List<SealedEvent> ofBlock(Block block) {
        return between(block.firstPosition() - 1, block.lastPosition(), block.events());
    }

    List<SealedEvent> ofAggregate(String aggregateId) {
        return db.sql("SELECT * FROM audit_event WHERE aggregate_id = :aggregate ORDER BY sequence, position")
                .param("aggregate", aggregateId)
                .query((row, number) -> read(row))
                .list();
    }

    /** The next few after one of an aggregate's events. */
    List<SealedEvent> ofAggregate(String aggregateId, long afterSequence, int atMost) {
        return db.sql("SELECT * FROM audit_event WHERE aggregate_id = :aggregate AND sequence > :after"
                        + " ORDER BY sequence, position LIMIT :atMost")
                .param("aggregate", aggregateId)
                .param("after", afterSequence)
                .param("atMost", atMost)
                .query((row, number) -> read(row))
                .list();
    }

    /** The last event of an aggregate that is sealed; −1 when none is. */
    long lastSequence(String aggregateId) {
        return db.sql("SELECT coalesce(max(sequence), -1) FROM audit_event WHERE aggregate_id = :aggregate")
                .param("aggregate", aggregateId)
                .query(Long.class)
                .single();
    }

    /** The first event of a block whose predecessor is missing, or whose number is there twice. */
    Optional<SealedEvent> firstOutOfSequence(long after, long upTo) {
        return db.sql("""
                        SELECT * FROM audit_event this WHERE position > :after AND position <= :upTo
                        AND (sequence > 0 AND NOT EXISTS (SELECT FROM audit_event before
                                WHERE before.aggregate_id = this.aggregate_id
                                AND before.sequence = this.sequence - 1 AND before.position < this.position)
                            OR EXISTS (SELECT FROM audit_event twin
                                WHERE twin.aggregate_id = this.aggregate_id
                                AND twin.sequence = this.sequence AND twin.position < this.position))
                        ORDER BY position LIMIT 1
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .query((row, number) -> read(row))
                .optional();
    }

    static SealedEvent read(ResultSet row) throws SQLException {
        return new SealedEvent(
                row.getLong("position"),
                row.getLong("block"),
                Hash.ofBytes(row.getBytes("hash")),
                row.getString("event_id"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("channel"),
                row.getString("command_id"),
                row.getString("correlation_id"),
                row.getString("trace_id"),
                time(row, "recorded_at"),
                time(row, "occurred_at"));
    }
}
