package dev.callout.domain.identity;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.ACCOUNT_DEACTIVATED;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.NO_MAIL_ADDRESS;
import static dev.callout.api.RefusalCode.PERSON_ERASED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountEmailChanged;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountInvited;
import dev.callout.api.identity.AccountOpened;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.ChangeAccountEmail;
import dev.callout.api.identity.ChangeAccountRole;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.DeactivateAccount;
import dev.callout.api.identity.EraseAccount;
import dev.callout.api.identity.InviteToAccount;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.PasswordChanged;
import dev.callout.api.identity.ReactivateAccount;
import dev.callout.api.identity.Role;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** Somebody who may sign in, and as what. Passwords live elsewhere. */
@Aggregate
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class UserAccount {

    private @AggregateIdentifier String accountId;
    private Role role;
    private String customerId;
    private String contactId;
    private boolean active;
    private boolean reachable;
    private boolean erased;

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    UserAccount(OpenAccount command) {
        refuseUnlessFitting(command.role(), command.customerId(), command.contactId());
        apply(new AccountOpened(
                command.accountId(),
                command.username(),
                command.displayName(),
                command.role(),
                command.customerId(),
                command.contactId(),
                command.language()));
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        accountId = event.accountId();
        role = event.role();
        customerId = event.customerId();
        contactId = event.contactId();
        active = true;
    }

    @CommandHandler
    void handle(ChangeAccountEmail command) {
        refuseWhenErased();
        apply(new AccountEmailChanged(accountId, command.email()));
    }

    @EventSourcingHandler
    void on(AccountEmailChanged event) {
        reachable = true; // the address itself is personal, and decides nothing
    }

    @CommandHandler
    void handle(InviteToAccount command) {
        refuseWhen(!active, ACCOUNT_DEACTIVATED, "The account is deactivated.");
        refuseWhen(!reachable, NO_MAIL_ADDRESS, "The account has no mail address to send an invitation to.");
        apply(new AccountInvited(accountId));
    }

    @CommandHandler
    void handle(ChangeAccountRole command) {
        refuseWhenErased();
        refuseUnlessFitting(command.role(), customerId, contactId);
        if (command.role() != role) {
            apply(new AccountRoleChanged(accountId, command.role()));
        }
    }

    @EventSourcingHandler
    void on(AccountRoleChanged event) {
        role = event.role();
    }

    @CommandHandler
    void handle(DeactivateAccount command) {
        if (active) {
            apply(new AccountDeactivated(accountId, command.reason()));
        }
    }

    @EventSourcingHandler
    void on(AccountDeactivated event) {
        active = false;
    }

    @CommandHandler
    void handle(ReactivateAccount command) {
        refuseWhenErased();
        if (!active) {
            apply(new AccountReactivated(accountId));
        }
    }

    @EventSourcingHandler
    void on(AccountReactivated event) {
        active = true;
    }

    @CommandHandler
    void handle(ChangePassword command) {
        refuseWhen(!active, ACCOUNT_DEACTIVATED, "The account is deactivated.");
        apply(new PasswordChanged(accountId));
    }

    @CommandHandler
    void handle(EraseAccount command) {
        if (!erased) {
            apply(new AccountErased(accountId));
        }
    }

    @EventSourcingHandler
    void on(AccountErased event) {
        active = false;
        erased = true;
    }

    private void refuseWhenErased() {
        refuseWhen(erased, PERSON_ERASED, "The person behind this account was erased.");
    }

    private static void refuseUnlessFitting(Role role, String customerId, String contactId) {
        refuseWhen(role == Role.SYSTEM, INVALID_VALUE, "Nobody signs in as the product itself.");
        refuseWhen(role.isCustomer() && customerId == null, INVALID_VALUE, "A customer's account needs a customer.");
        refuseWhen(!role.isCustomer() && customerId != null, INVALID_VALUE, "Staff belongs to no customer.");
        refuseWhen(
                role.seesOnlyItsOwn() && contactId == null,
                INVALID_VALUE,
                "Who has this role sees what one contact reported: the account needs a contact.");
    }

    protected UserAccount() {} // Axon starts from an empty account and replays its events
}
