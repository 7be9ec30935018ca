package dev.callout.platform.log;

import dev.callout.platform.rights.Actors;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Writes on each log line of a handler which message it worked on, who sent it and which request it goes back to. Ids
 * only: names and words of people have no place in a log.
 */
@Component
class LogTrail implements MessageHandlerInterceptor<Message<?>> {

    static final String TRACE_ID = "traceId";
    private static final String MESSAGE = "messageType";
    private static final String AGGREGATE_ID = "aggregateId";

    @Override
    public Object handle(UnitOfWork<? extends Message<?>> work, InterceptorChain chain) throws Exception {
        var before = put(trailOf(work.getMessage()));
        try {
            return chain.proceed();
        } finally {
            put(before);
        }
    }

    private static Map<String, String> trailOf(Message<?> message) {
        var trail = new HashMap<String, String>();
        trail.put(MESSAGE, message.getPayloadType().getSimpleName());
        said(Actors.ACTOR, message.getMetaData(), trail);
        said(Actors.COMMAND_ID, message.getMetaData(), trail);
        said(TRACE_ID, message.getMetaData(), trail);
        if (message instanceof DomainEventMessage<?> event) {
            trail.put(AGGREGATE_ID, event.getAggregateIdentifier());
        }
        return trail;
    }

    private static void said(String key, MetaData metaData, Map<String, String> trail) {
        if (metaData.get(key) instanceof String value) {
            trail.put(key, value);
        }
    }

    /** What was there before, to be put back. */
    private static Map<String, String> put(Map<String, String> trail) {
        var before = new HashMap<String, String>();
        trail.forEach((key, value) -> {
            before.put(key, MDC.get(key));
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        });
        return before;
    }
}
