package dev.callout.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.Test;

class AnnouncedEventsTest {

    private final EmbeddedEventStore store = mock();
    private final AnnouncedEvents events = new AnnouncedEvents(store, mock());

    @Test
    void go_on_waking_the_others_when_one_reader_is_just_being_shut_down() {
        when(store.openStream(any())).thenAnswer(asked -> mock(TrackingEventStream.class));
        var woken = new AtomicInteger();
        for (var closing = 0; closing < 10; closing++) {
            events.openStream(null).setOnAvailableCallback(() -> {
                throw new RejectedExecutionException("shut down");
            });
        }
        events.openStream(null).setOnAvailableCallback(woken::incrementAndGet);

        events.wake();
        events.wake();

        assertThat(woken).hasValue(2);
    }
}
