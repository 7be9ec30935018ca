package dev.callout.domain.privacy;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.privacy.CompleteErasure;
import dev.callout.api.privacy.ErasePerson;
import dev.callout.api.privacy.PersonErasureCompleted;
import dev.callout.api.privacy.PersonErasureOrdered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** One person made unreadable for ever: who ordered it and why, and in the end what it covered. */
@Aggregate
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Erasure {

    private @AggregateIdentifier String erasureId;
    private String personId;
    private boolean completed;

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    Erasure(ErasePerson command) {
        refuseWhen(
                !command.keys().contains(command.personId()),
                INVALID_VALUE,
                "What is erased has to include the person.");
        apply(new PersonErasureOrdered(
                command.erasureId(),
                command.personId(),
                command.kind(),
                command.keys(),
                command.ground(),
                command.orderedBy()));
    }

    @EventSourcingHandler
    void on(PersonErasureOrdered event) {
        erasureId = event.erasureId();
        personId = event.personId();
    }

    @CommandHandler
    void handle(CompleteErasure command) {
        if (!completed) { // the job that says so may come twice
            apply(new PersonErasureCompleted(erasureId, personId, command.erased()));
        }
    }

    @EventSourcingHandler
    void on(PersonErasureCompleted event) {
        completed = true;
    }

    protected Erasure() {} // Axon starts from an empty erasure and replays its events
}
