package dev.callout.query.projection;

import java.util.HashSet;
import java.util.Set;
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
    private final RowsAhead rows;

    public Prefetch(Projection projection, RowsAhead rows) {
        this.projection = projection;
        this.rows = rows;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        work.root().getOrComputeResource("prefetched " + projection.name(), key -> {
            var known = aggregatesWithRows(work);
            if (!known.isEmpty()) {
                rows.load(projection, known);
            }
            return true;
        });
        return chain.proceed();
    }

    /** Those that begin within the batch have no rows yet. */
    private static Set<String> aggregatesWithRows(UnitOfWork<? extends EventMessage<?>> work) {
        Stream<? extends Message<?>> messages = work instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                : Stream.of(work.getMessage());
        var known = new HashSet<String>();
        var begun = new HashSet<String>();
        messages.filter(DomainEventMessage.class::isInstance).forEach(message -> {
            var event = (DomainEventMessage<?>) message;
            (event.getSequenceNumber() == 0 ? begun : known).add(event.getAggregateIdentifier());
        });
        known.removeAll(begun);
        return known;
    }
}
