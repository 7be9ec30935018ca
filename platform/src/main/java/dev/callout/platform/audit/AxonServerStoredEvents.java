package dev.callout.platform.audit;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.common.DateTimeUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as Axon Server has them. It gives positions out when an append commits, without holes, so all that can be read
 * is final. It keeps metadata as a map; that counts as JSON with its keys in alphabetical order.
 */
class AxonServerStoredEvents implements StoredEvents {

    private static final long BEFORE_FIRST = -1;
    private static final int BUFFER = 500;
    private static final int CLOSE = 500;
    private static final int PATIENCE_SECONDS = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<EventChannel> channel;

    AxonServerStoredEvents(Supplier<EventChannel> channel) {
        this.channel = channel;
    }

    @Override
    public long settled() {
        try {
            return channel.get().getLastToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DataAccessResourceFailureException("Axon Server does not tell how far it is", e);
        }
    }

    @Override
    public List<StoredEvent> between(long after, long upTo, int atMost) {
        var from = Math.max(after, BEFORE_FIRST);
        var last = Math.min(upTo, settled());
        var events = new ArrayList<StoredEvent>();
        if (from >= last || atMost <= 0) {
            return events;
        }
        try (var stream = channel.get().openStream(from, BUFFER, BUFFER / 2, false)) {
            for (var at = from; at < last && events.size() < atMost; ) {
                var event = next(stream);
                at = event.getToken();
                if (at <= last) {
                    events.add(event(event));
                }
            }
        }
        return events;
    }

    private static EventWithToken next(EventStream stream) {
        try {
            var event = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new DataAccessResourceFailureException(
                        "Axon Server does not send its events",
                        stream.getError().orElse(null));
            }
            return event;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public List<StoredEvent> at(Collection<Long> positions) {
        var wanted = new TreeSet<>(positions);
        var found = new ArrayList<StoredEvent>();
        while (!wanted.isEmpty()) { // those that are close to one another, in one reading
            var first = wanted.first();
            var some = between(first - 1, wanted.last(), CLOSE);
            some.stream().filter(event -> wanted.contains(event.position())).forEach(found::add);
            wanted.headSet(some.isEmpty() ? first : some.get(some.size() - 1).position(), true)
                    .clear();
        }
        return found;
    }

    private static StoredEvent event(EventWithToken told) {
        var event = told.getEvent();
        return new StoredEvent(
                told.getToken(),
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                orNull(event.getAggregateType()),
                DateTimeUtils.formatInstant(Instant.ofEpochMilli(event.getTimestamp())),
                event.getPayload().getType(),
                orNull(event.getPayload().getRevision()),
                event.getPayload().getData().toByteArray(),
                JSON.writeValueAsBytes(metaData(event.getMetaDataMap())));
    }

    /** The wire knows no null. */
    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Object> metaData(Map<String, MetaDataValue> values) {
        var sorted = new TreeMap<String, Object>();
        values.forEach((key, value) -> sorted.put(key, plain(value)));
        return sorted;
    }

    private static Object plain(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOLEAN_VALUE -> value.getBooleanValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BYTES_VALUE ->
                HexFormat.of().formatHex(value.getBytesValue().getData().toByteArray());
            case DATA_NOT_SET -> "";
        };
    }
}
