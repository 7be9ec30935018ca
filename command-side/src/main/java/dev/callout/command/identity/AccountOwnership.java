package dev.callout.command.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.AccountCommand;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.ChangeAccountRole;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import dev.callout.command.order.References;
import dev.callout.platform.rights.Actors;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Whose accounts somebody may touch, whatever way the command came: a customer's administrator those of the own company
 * in the roles of a company, and nobody the own role.
 */
@Component
class AccountOwnership implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Set<Role> ROLES_OF_A_COMPANY = EnumSet.of(Role.CUSTOMER_ADMIN, Role.CUSTOMER_USER, Role.GUEST);

    private final References references;

    AccountOwnership(References references) {
        this.references = references;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        if (work.getMessage().getPayload() instanceof AccountCommand command) {
            Actors.fromMetaData(work.getMessage().getMetaData()).ifPresent(actor -> requireMay(command, actor));
        }
        return chain.proceed();
    }

    void requireMay(AccountCommand command, Actor actor) {
        if (actor.role().isCustomer() && !isOfTheSameCompany(command, actor)) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such account.");
        }
        if (command instanceof ChangeAccountRole && command.accountId().equals(actor.accountId())) {
            throw new CommandRefused(RefusalCode.NOT_ALLOWED, "Nobody changes the own role.");
        }
        var role = given(command);
        if (role != null && actor.role().isCustomer() && !ROLES_OF_A_COMPANY.contains(role)) {
            throw new CommandRefused(RefusalCode.NOT_ALLOWED, "You cannot give this role.");
        }
    }

    private boolean isOfTheSameCompany(AccountCommand command, Actor actor) {
        var customerId = command instanceof OpenAccount open
                ? open.customerId()
                : references
                        .account(command.accountId())
                        .map(References.KnownAccount::customerId)
                        .orElse(null);
        return customerId != null && customerId.equals(actor.customerId());
    }

    private static Role given(AccountCommand command) {
        if (command instanceof OpenAccount open) {
            return open.role();
        }
        return command instanceof ChangeAccountRole change ? change.role() : null;
    }
}
