package dev.callout.platform.log;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/** Hands the trace of a message on to all that comes of it, so that views and jobs log the request behind an event. */
@Component
class TraceOnEvents implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var trace = message.getMetaData().get(LogTrail.TRACE_ID);
        return trace == null ? Map.of() : Map.of(LogTrail.TRACE_ID, trace);
    }
}
