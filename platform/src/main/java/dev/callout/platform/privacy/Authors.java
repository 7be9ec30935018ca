package dev.callout.platform.privacy;

import dev.callout.platform.rights.Actors;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Knows who caused an event while its texts are encrypted. A serializer sees the payload alone, so an event that names
 * no author itself is serialized here, beside its metadata; the event store then finds it serialized already.
 */
@Component
class Authors implements MessageDispatchInterceptor<EventMessage<?>> {

    private static final ThreadLocal<String> WRITING = new ThreadLocal<>();

    private final Serializer events;

    Authors(@Qualifier("eventSerializer") Serializer events) {
        this.events = events;
    }

    @Autowired
    void listenTo(EventBus bus) {
        bus.registerDispatchInterceptor(this);
    }

    /** Who caused what is just being serialized; null when nobody did. */
    static String actor() {
        var writing = WRITING.get();
        return writing != null
                ? writing
                : CurrentUnitOfWork.map(work -> work.getMessage() == null ? null : actor(work.getMessage()))
                        .orElse(null);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, event) -> {
            if (Owners.namesItsAuthorByActor(event.getPayloadType())) {
                serialize(event);
            }
            return event;
        };
    }

    private void serialize(EventMessage<?> event) {
        WRITING.set(String.valueOf(actor(event))); // whoever caused the surrounding work is not meant
        try {
            event.serializePayload(events, byte[].class);
        } finally {
            WRITING.remove();
        }
    }

    private static String actor(Message<?> message) {
        return (String) message.getMetaData().get(Actors.ACTOR);
    }
}
