package dev.callout.platform.rights;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
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
        var refusal = Rights.refusal(Actors.fromMetaData(message.getMetaData()), message.getPayload());
        if (refusal.isPresent()) {
            throw refused(message, refusal.get());
        }
        return chain.proceed();
    }

    private static Exception refused(Message<?> message, Refusal refusal) {
        return message instanceof QueryMessage
                ? new QueryExecutionException(refusal.reason(), null, refusal)
                : new CommandRefused(refusal);
    }
}
