package dev.callout.query.projection;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Lets {@link Culprits} stand guard at each handler of a projection; a rebuild has none and fails instead. */
@Component
class GuardedProjections implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return Projection.class.isAssignableFrom(original.declaringClass()) ? new Guarded<>(original) : original;
    }

    /** A handler that gets its events from the guard, if there is one. */
    private static class Guarded<T> extends WrappedMessageHandlingMember<T> {

        private Guarded(MessageHandlingMember<T> handler) {
            super(handler);
        }

        @Override
        public Object handle(Message<?> message, T projection) throws Exception {
            var work = CurrentUnitOfWork.get();
            return work.getResource(Culprits.KEY) instanceof Culprits guard
                    ? guard.guard(message.getIdentifier(), work, () -> super.handle(message, projection))
                    : super.handle(message, projection);
        }
    }
}
