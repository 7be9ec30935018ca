package dev.callout.platform.processors;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.callout.platform.audit.KeyedJson;
import dev.callout.platform.audit.StoredEvents;
import dev.callout.platform.http.StoreAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each segment of each processor has come and which node has it, as all nodes write it down. */
@Component
class StoredPositions {

    /** One segment; its position is at most some seconds old. */
    record Stored(String processor, int segment, long position, boolean replaying, String owner) {}

    /** Under this name the framework notes which store the positions belong to. */
    private static final String OF_THE_FRAMEWORK = "__config";

    private final JdbcClient db;
    private final StoredEvents events;
    private final Serializer serializer;
    private final Clock clock;

    StoredPositions(JdbcClient db, StoredEvents events, @Qualifier("serializer") Serializer serializer, Clock clock) {
        this.db = db;
        this.events = events;
        this.serializer = serializer;
        this.clock = clock;
    }

    /** By processor, then by segment. What a rebuild or the framework keeps there is no processor of its own. */
    Map<String, Map<Integer, Stored>> all() {
        return db
                .sql("SELECT processor_name, segment, token, token_type, owner FROM token_entry"
                        + " WHERE processor_name NOT LIKE 'rebuild-%' AND processor_name <> '" + OF_THE_FRAMEWORK
                        + "' ORDER BY processor_name, segment")
                .query((row, number) ->
                        stored(row.getString(1), row.getInt(2), row.getBytes(3), row.getString(4), row.getString(5)))
                .list()
                .stream()
                .collect(groupingBy(Stored::processor, toMap(Stored::segment, stored -> stored)));
    }

    private Stored stored(String processor, int segment, byte[] bytes, String type, String owner) {
        TrackingToken token = bytes == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(KeyedJson.plain(bytes), byte[].class, type, null));
        var position = token == null ? 0 : token.position().orElse(0);
        return new Stored(processor, segment, position, ReplayToken.isReplay(token), owner);
    }

    /** How long ago the first event after a position was recorded; null while an event store elsewhere is away. */
    Duration waitingSince(long position) {
        try {
            return events.between(position, Long.MAX_VALUE, 1).stream()
                    .findFirst()
                    .map(first -> Duration.between(Instant.parse(first.timestamp()), clock.instant()))
                    .orElse(Duration.ZERO);
        } catch (RuntimeException e) {
            if (StoreAway.isBehind(e)) {
                return null;
            }
            throw e;
        }
    }
}
