package dev.callout.platform.metrics;

import dev.callout.api.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;

/** Takes the time from a message's arrival to its end, by its name and how it ended. */
class MessageTimer implements MessageMonitor<Message<?>> {

    private final MeterRegistry registry;
    private final String meter;
    private final String label;

    MessageTimer(MeterRegistry registry, String meter, String label) {
        this.registry = registry;
        this.meter = meter;
        this.label = label;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        var running = Timer.start(registry);
        var name = message.getPayloadType().getSimpleName();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                end("done");
            }

            /** A rule that says no is daily work; everything else is worth a look. */
            @Override
            public void reportFailure(Throwable cause) {
                end(
                        HandlerExecutionException.<Object>resolveDetails(cause).orElse(null) instanceof Refusal
                                ? "refused"
                                : "failed");
            }

            @Override
            public void reportIgnored() {
                end("ignored");
            }

            private void end(String outcome) {
                running.stop(registry.timer(meter, label, name, "outcome", outcome));
            }
        };
    }
}
