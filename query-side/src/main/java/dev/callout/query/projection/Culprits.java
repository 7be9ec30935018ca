package dev.callout.query.projection;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Finds the one event because of which the database refuses a whole batch. The batch comes again, now with a flush
 * after each event, and the flush that fails shows the culprit. The third time its handler is not even asked: it
 * becomes a dead letter like any other, and the others go through.
 */
class Culprits implements MessageHandlerInterceptor<EventMessage<?>> {

    /** Where the unit of work says why the event that is about to be handled must not be. */
    static final String REFUSAL = Culprits.class.getName() + " refusal";

    private static final String HANDLED = Culprits.class.getName() + " handled";
    private static final Set<String> FAULTS_OF_DATA = Set.of("22", "23");
    private static final String AFTER_A_FAULT = "25P02";

    private final EntityManagerProvider entityManagers;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();
    private final Map<String, RuntimeException> refusals = new ConcurrentHashMap<>();

    Culprits(EntityManagerProvider entityManagers) {
        this.entityManagers = entityManagers;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        var event = work.getMessage().getIdentifier();
        handledIn(work.root()).add(event);
        work.resources().put(REFUSAL, refusals.get(event));
        if (!suspects.contains(event) && !isRetry(work)) {
            return chain.proceed();
        }
        try {
            var result = chain.proceed();
            entityManagers.getEntityManager().flush();
            return result;
        } catch (RuntimeException e) {
            refusalIn(e).ifPresent(refusal -> refusals.put(event, refusal));
            throw e;
        }
    }

    private static boolean isRetry(UnitOfWork<?> work) {
        return work.resources().containsKey(DeadLetter.class.getName());
    }

    private Set<String> handledIn(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(HANDLED, key -> {
            var handled = new HashSet<String>();
            batch.onRollback(done -> refusalIn(done.getExecutionResult().getExceptionResult())
                    .ifPresent(refusal -> suspects.addAll(handled)));
            batch.afterCommit(done -> {
                suspects.removeAll(handled);
                refusals.keySet().removeAll(handled);
            });
            return handled;
        });
    }

    /** What the database has against the data; nothing when it is only away, busy or out of space. */
    private static Optional<RuntimeException> refusalIn(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(refused -> isFaultOfData(refused.getSQLState()))
                .reduce((outer, inner) -> inner) // the outer ones repeat all values of the statement
                .map(refused -> new DataIntegrityViolationException(
                        String.valueOf(refused.getMessage()).replace("\0", "\\0")));
    }

    private static boolean isFaultOfData(String state) {
        return state != null
                && (state.equals(AFTER_A_FAULT) || FAULTS_OF_DATA.stream().anyMatch(state::startsWith));
    }
}
