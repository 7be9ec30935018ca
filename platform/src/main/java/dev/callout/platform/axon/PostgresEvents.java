package dev.callout.platform.axon;

import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Events and snapshots in PostgreSQL. Tells when the thread that reads for all others has taken up what there was. */
class PostgresEvents extends JdbcEventStorageEngine {

    /** The framework keeps in memory whatever one reading brings, be it a million events that somebody else stored. */
    static final int TAKEN_UP_IN_ONE_READING = 2_000;

    private volatile Runnable afterReading = () -> {};

    PostgresEvents(Builder builder) {
        super(builder);
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
