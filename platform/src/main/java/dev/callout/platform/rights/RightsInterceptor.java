package dev.callout.platform.rights;

import static dev.callout.api.RefusalCode.NOT_ALLOWED;
import static dev.callout.api.RefusalCode.NOT_FOUND;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneAccount;
import dev.callout.api.identity.OfOneContact;
import dev.callout.api.identity.OfOneCustomer;
import dev.callout.api.identity.OfOneRequester;
import dev.callout.api.identity.Role;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;

/** The one place that decides who may send which command and query. What nobody is allowed, nobody may. */
class RightsInterceptor implements MessageHandlerInterceptor<Message<?>> {

    @Override
    public Object handle(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var message = unitOfWork.getMessage();
        var refusal = refusal(message);
        if (refusal.isPresent()) {
            throw refused(message, refusal.get());
        }
        return chain.proceed();
    }

    private static Optional<Refusal> refusal(Message<?> message) {
        var actor = Actors.fromMetaData(message.getMetaData());
        if (actor.isEmpty() || !mayEver(actor.get().role(), message.getPayloadType())) {
            return Optional.of(new Refusal(NOT_ALLOWED, "Your role does not allow this."));
        }
        if (actor.get().role().isCustomer() && isForeign(message.getPayload(), actor.get())) {
            return Optional.of(new Refusal(NOT_FOUND, "There is no such thing."));
        }
        if (message.getPayload() instanceof OfOneAccount own && !mayWith(own.accountId(), actor.get())) {
            return Optional.of(
                    actor.get().role().isCustomer()
                            ? new Refusal(NOT_FOUND, "There is no such thing.")
                            : new Refusal(NOT_ALLOWED, "You may do this with your own account only."));
        }
        return Optional.empty();
    }

    private static boolean mayWith(String accountId, Actor actor) {
        return accountId.equals(actor.accountId()) || actor.role() == Role.ADMIN || actor.role() == Role.SYSTEM;
    }

    private static boolean mayEver(Role role, Class<?> payloadType) {
        var allowed = payloadType.getAnnotation(AllowedTo.class);
        return allowed != null
                && (role == Role.ADMIN || Arrays.asList(allowed.value()).contains(role));
    }

    private static boolean isForeign(Object question, Actor actor) {
        return question instanceof OfOneCustomer ofCustomer && !isTheirs(ofCustomer.customerId(), actor.customerId())
                || question instanceof OfOneContact ofContact
                        && actor.visibleContact() != null
                        && !actor.visibleContact().equals(ofContact.contactId())
                || question instanceof OfOneRequester asked && !isTheirs(asked.requestedBy(), actor.accountId());
    }

    private static boolean isTheirs(String asked, String own) {
        return own != null && own.equals(asked);
    }

    private static Exception refused(Message<?> message, Refusal refusal) {
        return message instanceof QueryMessage
                ? new QueryExecutionException(refusal.reason(), null, refusal)
                : new CommandRefused(refusal);
    }
}
