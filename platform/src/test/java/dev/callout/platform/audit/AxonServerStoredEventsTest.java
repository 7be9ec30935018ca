package dev.callout.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How events in Axon Server are read; the server is a list that answers as its channel does. */
class AxonServerStoredEventsTest {

    private static final int STORED = 10;

    private final EventChannel channel = mock(EventChannel.class);
    private final StoredEvents events = new AxonServerStoredEvents(() -> channel);

    /** A stream begins behind the token it is opened with. */
    @BeforeEach
    void a_server_with_ten_events() {
        when(channel.getLastToken()).thenReturn(CompletableFuture.completedFuture(STORED - 1L));
        when(channel.openStream(anyLong(), anyInt(), anyInt(), anyBoolean())).thenAnswer(opened -> {
            var left = LongStream.range(opened.<Long>getArgument(0) + 1, STORED).iterator();
            var stream = mock(EventStream.class);
            when(stream.nextIfAvailable(anyLong(), any()))
                    .thenAnswer(next -> left.hasNext() ? event(left.next()) : null);
            return stream;
        });
    }

    private static EventWithToken event(long token) {
        return EventWithToken.newBuilder()
                .setToken(token)
                .setEvent(Event.newBuilder()
                        .setMessageIdentifier("e-" + token)
                        .setAggregateIdentifier("TCK-1")
                        .setAggregateSequenceNumber(token)
                        .setTimestamp(0)
                        .setPayload(SerializedObject.newBuilder()
                                .setType("x.TicketRaised")
                                .setData(ByteString.copyFromUtf8("{}")))
                        .putMetaData("role", text("DISPATCHER"))
                        .putMetaData("actor", text("ACC-dana")))
                .build();
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }

    @Test
    void has_settled_all_there_is() {
        assertThat(events.settled()).isEqualTo(9);
    }

    @Test
    void reads_from_the_first_to_the_last_and_no_further() {
        assertThat(positions(events.between(StoredEvents.BEFORE_ALL, Long.MAX_VALUE, 100)))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(positions(events.between(3, 6, 100))).containsExactly(4L, 5L, 6L);
        assertThat(positions(events.between(3, 9, 2))).containsExactly(4L, 5L);
        assertThat(events.between(9, Long.MAX_VALUE, 100)).isEmpty();
    }

    @Test
    void finds_single_ones() {
        assertThat(positions(events.at(List.of(7L, 0L, 4711L)))).containsExactly(0L, 7L);
    }

    @Test
    void tells_each_in_one_form_for_ever() {
        var event = events.at(List.of(5L)).get(0);

        assertThat(event.timestamp()).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(event.aggregateType()).isNull();
        assertThat(event.revision()).isNull();
        assertThat(new String(event.metaData())).isEqualTo("{\"actor\":\"ACC-dana\",\"role\":\"DISPATCHER\"}");
    }
}
