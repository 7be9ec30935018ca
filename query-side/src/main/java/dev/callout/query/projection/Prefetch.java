package dev.callout.query.projection;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets a projection load all rows of a batch before its first event, instead of one row for each event. */
public class Prefetch implements MessageHandlerInterceptor<EventMessage<?>> {

    private final Projection projection;

    public Prefetch(Projection projection) {
        this.projection = projection;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        work.root().getOrComputeResource("prefetched " + projection.name(), key -> {
            projection.prepare(aggregatesOf(work));
            return true;
        });
        return chain.proceed();
    }

    private static Set<String> aggregatesOf(UnitOfWork<? extends EventMessage<?>> work) {
        Stream<? extends Message<?>> messages = work instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                : Stream.of(work.getMessage());
        return messages.filter(DomainEventMessage.class::isInstance)
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .collect(Collectors.toSet());
    }
}
