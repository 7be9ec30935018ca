package dev.callout.platform.rights;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.identity.SecurityLog;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Notes who tried to do what the own role does not allow. */
class RefusalsNoted implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final SecurityLog log;

    RefusalsNoted(SecurityLog log) {
        this.log = log;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (CommandRefused refused) {
            if (refused.refusal().code() == RefusalCode.NOT_ALLOWED) {
                work.root().onCleanup(rolledBack -> note(work.getMessage())); // then its connection is free again
            }
            throw refused;
        }
    }

    private void note(CommandMessage<?> command) {
        var account =
                Actors.fromMetaData(command.getMetaData()).map(Actor::accountId).orElse(null);
        log.note(
                SecurityEventKind.RIGHT_REFUSED,
                account,
                null,
                null,
                command.getPayloadType().getSimpleName());
    }
}
