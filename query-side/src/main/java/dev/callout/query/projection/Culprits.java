package dev.callout.query.projection;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Finds the one event because of which a whole batch can't be committed, its dead letter included. The batch comes
 * again, now with a flush after each event, and what fails then is the culprit. The third time its handler is not even
 * asked: it becomes a dead letter like any other, and the others go through.
 */
class Culprits implements MessageHandlerInterceptor<EventMessage<?>> {

    /** Where a unit of work keeps the one that looks after its handlers. */
    static final String KEY = Culprits.class.getName();

    private static final String HANDLED = KEY + " handled";
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
        handledIn(work.root()).add(work.getMessage().getIdentifier());
        work.resources().put(KEY, this);
        return chain.proceed();
    }

    private Set<String> handledIn(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(HANDLED, key -> {
            var handled = new HashSet<String>();
            batch.onRollback(done -> {
                if (!isFaultOfDatabase(done.getExecutionResult().getExceptionResult())) {
                    suspects.addAll(handled);
                }
            });
            batch.afterCommit(done -> {
                suspects.removeAll(handled);
                refusals.keySet().removeAll(handled);
            });
            return handled;
        });
    }

    /** Lets a handler have an event, unless the event is known to be a culprit. */
    Object guard(String event, UnitOfWork<?> work, Callable<Object> handler) throws Exception {
        if (refusals.containsKey(event)) {
            throw refusals.get(event);
        }
        if (!suspects.contains(event) && !isRetry(work)) {
            return handler.call();
        }
        try {
            var result = handler.call();
            entityManagers.getEntityManager().flush();
            return result;
        } catch (Exception e) {
            if (!isFaultOfDatabase(e)) {
                refusals.put(event, refusal(e)); // forgotten if the batch can be committed all the same
            }
            throw e;
        }
    }

    private static boolean isRetry(UnitOfWork<?> work) {
        return work.resources().containsKey(DeadLetter.class.getName());
    }

    /** Whether the database is away, busy or full, which no event is to blame for. */
    private static boolean isFaultOfDatabase(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state == null
                        || !(state.equals(AFTER_A_FAULT)
                                || FAULTS_OF_DATA.stream().anyMatch(state::startsWith)));
    }

    /** Of the innermost cause alone: the outer ones repeat all values of the statement. */
    private static RuntimeException refusal(Exception failure) {
        var cause = causes(failure).reduce((outer, inner) -> inner).orElseThrow();
        var reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new EventProcessingException(reason.replace("\0", "\\0"), null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
