package dev.callout.platform.log;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Lets each message say which request it goes back to, so that a log line of any node leads to it. The framework hands it
 * on to all that comes of the message, events included.
 */
@Component
class TraceOnMessages implements MessageDispatchInterceptor<Message<?>> {

    @Override
    public BiFunction<Integer, Message<?>, Message<?>> handle(List<? extends Message<?>> messages) {
        var trace = MDC.get(LogTrail.TRACE_ID);
        return (index, message) -> trace == null || message.getMetaData().containsKey(LogTrail.TRACE_ID)
                ? message
                : message.andMetaData(Map.of(LogTrail.TRACE_ID, trace));
    }
}
