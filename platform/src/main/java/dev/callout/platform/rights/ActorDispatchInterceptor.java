package dev.callout.platform.rights;

import static dev.callout.platform.rights.Actors.ACTOR;
import static dev.callout.platform.rights.Actors.CHANNEL;
import static dev.callout.platform.rights.Actors.CLOCK_SKEW;
import static dev.callout.platform.rights.Actors.COMMAND_ID;
import static dev.callout.platform.rights.Actors.CONTACT_ID;
import static dev.callout.platform.rights.Actors.CUSTOMER_ID;
import static dev.callout.platform.rights.Actors.DEVICE;
import static dev.callout.platform.rights.Actors.ROLE;

import dev.callout.api.identity.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Writes on every command and query who sends it. A message made while another one is handled inherits that one's
 * correlation data; what is inherited says who began the story, not who speaks now, and is replaced.
 */
class ActorDispatchInterceptor<M extends Message<?>> implements MessageDispatchInterceptor<M> {

    @Override
    public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
        return (index, message) -> signed(message);
    }

    @SuppressWarnings("unchecked") // withMetaData gives back the kind of message it is called on
    private M signed(M message) {
        var said = message.getMetaData();
        if (isInherited(said, COMMAND_ID)) {
            said = said.withoutKeys(Set.of(COMMAND_ID));
        }
        if (isInherited(said, DEVICE) || isInherited(said, CLOCK_SKEW)) {
            said = said.withoutKeys(Set.of(DEVICE, CLOCK_SKEW));
        }
        if (message instanceof CommandMessage && !said.containsKey(COMMAND_ID)) {
            said = said.and(COMMAND_ID, message.getIdentifier()); // jobs and sagas bring none of their own
        }
        if (!said.containsKey(ACTOR) || isInherited(said, ACTOR)) {
            said = said.withoutKeys(Set.of(ACTOR, ROLE, CUSTOMER_ID, CONTACT_ID, CHANNEL))
                    .mergedWith(sender().<Map<String, ?>>map(Actors::toMetaData).orElse(Map.of()));
        }
        return (M) message.withMetaData(said);
    }

    private static boolean isInherited(MetaData said, String key) {
        var value = said.get(key);
        return value != null
                && CurrentUnitOfWork.isStarted()
                && value.equals(CurrentUnitOfWork.correlationData().get(key));
    }

    /** Policies and sagas speak for the product; a handler that sends further commands speaks for its own sender. */
    private static Optional<Actor> sender() {
        return Actors.current()
                .or(() -> CurrentUnitOfWork.map(unitOfWork -> unitOfWork.getMessage())
                        .flatMap(cause -> cause instanceof EventMessage<?>
                                ? Optional.of(Actor.SYSTEM)
                                : Actors.fromMetaData(cause.getMetaData())));
    }
}
