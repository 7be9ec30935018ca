package dev.callout.query.projection;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps events of which {@link Culprits} knows that the database refuses them away from the projections. */
@Component
class RefusesCulprits implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return Projection.class.isAssignableFrom(original.declaringClass()) ? new Guarded<>(original) : original;
    }

    /** A handler that is not asked when there is a refusal already. */
    private static class Guarded<T> extends WrappedMessageHandlingMember<T> {

        private Guarded(MessageHandlingMember<T> handler) {
            super(handler);
        }

        @Override
        public Object handle(Message<?> message, T projection) throws Exception {
            if (CurrentUnitOfWork.get().getResource(Culprits.REFUSAL) instanceof RuntimeException refusal) {
                throw refusal;
            }
            return super.handle(message, projection);
        }
    }
}
