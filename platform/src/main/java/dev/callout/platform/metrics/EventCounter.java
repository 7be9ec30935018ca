package dev.callout.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;

/** Counts the events of each name that were stored for good. */
class EventCounter implements MessageMonitor<Message<?>> {

    private final MeterRegistry registry;

    EventCounter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                registry.counter(
                                "callout.events.appended",
                                "event",
                                message.getPayloadType().getSimpleName())
                        .increment();
            }

            @Override
            public void reportFailure(Throwable cause) {
                // rolled back: the command's own outcome tells
            }

            @Override
            public void reportIgnored() {
                // nothing was stored
            }
        };
    }
}
