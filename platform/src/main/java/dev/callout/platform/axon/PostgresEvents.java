package dev.callout.platform.axon;

import dev.callout.platform.audit.KeyedSnapshots;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Events and keyed snapshots in PostgreSQL. Tells when the thread that reads for all others has taken up what there was. */
class PostgresEvents extends JdbcEventStorageEngine {

    /** The framework keeps in memory whatever one reading brings, be it a million events that somebody else stored. */
    static final int TAKEN_UP_IN_ONE_READING = 2_000;

    private static final int FIRST_PIECE = 32;
    private static final int SMALLEST_PIECE = 8;
    private static final int LARGEST_PIECE = 500;
    private static final long BYTES_OF_A_PIECE = 512 * 1024;

    private volatile Runnable afterReading = () -> {};

    private final KeyedSnapshots snapshots;

    PostgresEvents(Builder builder, KeyedSnapshots snapshots) {
        super(builder);
        this.snapshots = snapshots;
    }

    @Override
    protected PreparedStatement appendSnapshot(
            Connection connection, DomainEventMessage<?> snapshot, Serializer serializer) throws SQLException {
        var payload = snapshot.serializePayload(serializer, byte[].class);
        var type = payload.getType();
        var insert = connection.prepareStatement("INSERT INTO snapshot_event_entry (event_identifier,"
                + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
                + " meta_data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, snapshot.getIdentifier());
        insert.setString(2, snapshot.getAggregateIdentifier());
        insert.setLong(3, snapshot.getSequenceNumber());
        insert.setString(4, snapshot.getType());
        insert.setString(5, DateTimeUtils.formatInstant(snapshot.getTimestamp()));
        insert.setString(6, type.getName());
        insert.setString(7, type.getRevision());
        insert.setBytes(
                8,
                snapshots.close(
                        snapshot.getType(),
                        snapshot.getAggregateIdentifier(),
                        snapshot.getSequenceNumber(),
                        type.getName(),
                        type.getRevision(),
                        payload.getData()));
        insert.setBytes(9, snapshot.serializeMetaData(serializer, byte[].class).getData());
        return insert;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return super.readSnapshotData(aggregateIdentifier).map(snapshots::open).flatMap(Optional::stream);
    }

    void afterReading(Runnable afterReading) {
        this.afterReading = afterReading;
    }

    /** A long history, or one of long texts, is read in pieces of about one size in memory. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequenceNumber) {
        return Stream.iterate(
                        piece(aggregateId, firstSequenceNumber, FIRST_PIECE),
                        piece -> !piece.events().isEmpty(),
                        piece -> piece.next(aggregateId))
                .flatMap(piece -> piece.events().stream());
    }

    private Piece piece(String aggregateId, long first, int size) {
        return new Piece(fetchDomainEvents(aggregateId, first, size), size);
    }

    /** What was read in one go. */
    private class Piece {

        private final List<? extends DomainEventData<?>> events;
        private final int size;

        Piece(List<? extends DomainEventData<?>> events, int size) {
            this.events = events;
            this.size = size;
        }

        List<? extends DomainEventData<?>> events() {
            return events;
        }

        Piece next(String aggregateId) {
            if (events.size() < size) {
                return new Piece(List.of(), size);
            }
            var bytes = events.stream()
                    .mapToLong(event -> ((byte[]) event.getPayload().getData()).length)
                    .sum();
            var fitting = Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, BYTES_OF_A_PIECE * size / (bytes + 1)));
            return piece(aggregateId, events.get(events.size() - 1).getSequenceNumber() + 1, (int) fitting);
        }
    }

    /** @param forAllOthers what the framework says of that one thread alone */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean forAllOthers) {
        var events = super.readEvents(token, forAllOthers);
        return forAllOthers ? Stream.concat(events.limit(TAKEN_UP_IN_ONE_READING), atTheEnd()) : events;
    }

    /** An empty stream: whoever looks into it has come past all events before. */
    private Stream<TrackedEventMessage<?>> atTheEnd() {
        return Stream.<TrackedEventMessage<?>>of((TrackedEventMessage<?>) null).filter(nothing -> {
            afterReading.run();
            return false;
        });
    }
}
