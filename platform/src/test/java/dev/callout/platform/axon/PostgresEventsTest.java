package dev.callout.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

class PostgresEventsTest {

    private static final int STORED = 170_000;

    private final Serializer serializer = mock();
    private final PostgresEvents events =
            new PostgresEvents(
                    PostgresEvents.builder()
                            .snapshotSerializer(serializer)
                            .eventSerializer(serializer)
                            .connectionProvider(mock())
                            .transactionManager(NoTransactionManager.instance())
                            .batchSize(500),
                    mock()) {
                @Override
                protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken last, int howMany) {
                    var from = last == null ? 0 : last.position().orElseThrow() + 1;
                    return LongStream.range(from, Math.min(from + howMany, STORED))
                            .mapToObj(PostgresEventsTest::stored)
                            .toList();
                }
            };

    PostgresEventsTest() {
        when(serializer.classForType(any())).thenReturn(Object.class);
    }

    @Test
    void take_up_for_all_readers_only_as_many_at_once_as_fit_into_memory_however_many_there_are() {
        var readings = new AtomicInteger();
        events.afterReading(readings::incrementAndGet);

        var first = events.readEvents(null, true).toList();
        var second = events.readEvents(first.get(first.size() - 1).trackingToken(), true)
                .toList();

        assertThat(first).hasSize(PostgresEvents.TAKEN_UP_IN_ONE_READING);
        assertThat(second.get(0).trackingToken().position()).hasValue(PostgresEvents.TAKEN_UP_IN_ONE_READING);
        assertThat(readings).hasValue(2);
    }

    @Test
    void give_one_reader_for_itself_all_there_is() {
        assertThat(events.readEvents(null, false).count()).isEqualTo(STORED);
    }

    private static TrackedEventData<?> stored(long position) {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventEntry<>(
                        "Ticket",
                        "tkt_1",
                        position,
                        "event-" + position,
                        "2026-11-22T08:00:00Z",
                        "x",
                        "1",
                        "{}",
                        "{}"));
    }
}
