package dev.callout.query.projection;

import dev.callout.api.PersonErased;
import org.axonframework.common.Priority;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has each projection hear a story anew when a person was erased from it; {@link GuardedProjections} guard that, too. */
@Component
@Priority(Priority.HIGH) // comes first, and so lies inside the guard
class RetoldProjections implements HandlerEnhancerDefinition {

    private final ObjectProvider<Retelling> retelling;

    RetoldProjections(ObjectProvider<Retelling> retelling) {
        this.retelling = retelling;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return Projection.class.isAssignableFrom(original.declaringClass()) ? new Retold<>(original) : original;
    }

    /** A handler before which the story is told again, if it has to be. */
    private class Retold<T> extends WrappedMessageHandlingMember<T> {

        private Retold(MessageHandlingMember<T> handler) {
            super(handler);
        }

        @Override
        public Object handle(Message<?> message, T projection) throws Exception {
            if (message.getPayload() instanceof PersonErased && !isBeingRetold(message)) {
                retelling.getObject().retell((DomainEventMessage<?>) message, (Projection) projection);
            }
            return super.handle(message, projection);
        }

        /** Whoever retells a story handles other events than the one that is at hand, or looks back without any. */
        private static boolean isBeingRetold(Message<?> message) {
            return CurrentUnitOfWork.map(work -> work.getMessage().getIdentifier())
                    .filter(message.getIdentifier()::equals)
                    .isEmpty();
        }
    }
}
