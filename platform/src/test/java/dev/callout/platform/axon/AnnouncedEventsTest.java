package dev.callout.platform.axon;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.Test;

class AnnouncedEventsTest {

    private final EmbeddedEventStore store = mock();

    @Test
    void go_on_waking_the_others_when_one_reader_is_just_being_shut_down() {
        when(store.subscribe(any())).thenReturn(mock(Registration.class));
        when(store.openStream(any())).thenAnswer(asked -> mock(TrackingEventStream.class));
        var woken = new AtomicInteger();
        var events = new AnnouncedEvents(store);
        try {
            for (var closing = 0; closing < 10; closing++) {
                events.openStream(null).setOnAvailableCallback(() -> {
                    throw new RejectedExecutionException("shut down");
                });
            }
            events.openStream(null).setOnAvailableCallback(woken::incrementAndGet);
            await().atMost(Duration.ofSeconds(5)).until(() -> woken.get() >= 3);
        } finally {
            events.destroy();
        }
    }
}
