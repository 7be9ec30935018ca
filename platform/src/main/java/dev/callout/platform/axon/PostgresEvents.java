package dev.callout.platform.axon;

import dev.callout.platform.audit.KeyedSnapshots;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
