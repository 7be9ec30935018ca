package dev.callout.command.identity;

import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountEmailChanged;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountInvited;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.ChangeAccountEmail;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.InviteToAccount;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.command.order.Order;
import dev.callout.command.order.Orders;
import dev.callout.command.order.Receipt;
import dev.callout.command.order.References;
import dev.callout.command.usage.Usage;
import dev.callout.platform.axon.CommandTurns;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.OneTimeLinks;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps accounts, which are events, and their passwords, which never are, in step: both change or neither. */
@Component
@ProcessingGroup(References.GROUP)
public class Accounts {

    private final Orders orders;
    private final Credentials credentials;
    private final TransactionTemplate transaction;
    private final PasswordLinks links;
    private final CommandTurns turns;
    private final Usage usage;

    Accounts(
            Orders orders,
            Credentials credentials,
            TransactionTemplate transaction,
            PasswordLinks links,
            CommandTurns turns,
            Usage usage) {
        this.orders = orders;
        this.credentials = credentials;
        this.transaction = transaction;
        this.links = links;
        this.turns = turns;
        this.usage = usage;
    }

    /**
     * Opens an account.
     *
     * @param email where mail reaches the person, or null
     * @param password null for somebody who is invited by mail to choose one
     */
    public Receipt open(Order order, OpenAccount command, String email, String password) {
        orders.reserve(command.accountId(), order, order.part("email"), order.part("invitation"));
        return orders.alone(
                order,
                () -> turns.take(() -> transaction.execute(status -> {
                    usage.requireRoomForAccount(command.customerId());
                    credentials.open(
                            new Credential(
                                    command.accountId(),
                                    command.username(),
                                    command.role(),
                                    command.customerId(),
                                    command.contactId(),
                                    command.language(),
                                    true),
                            password);
                    var receipt = orders.send(order, command.accountId(), command);
                    if (email != null) {
                        receipt = changeEmail(order.part("email"), command.accountId(), email);
                    }
                    return password == null ? invite(order.part("invitation"), command.accountId()) : receipt;
                })));
    }

    private Receipt changeEmail(Order order, String accountId, String email) {
        return orders.send(order, accountId, new ChangeAccountEmail(accountId, email));
    }

    Receipt invite(Order order, String accountId) {
        credentials.email(accountId).ifPresent(usage::requireMayInvite);
        return orders.send(order, accountId, new InviteToAccount(accountId));
    }

    Receipt changePassword(Order order, String accountId, String password) {
        orders.reserve(accountId, order);
        return orders.alone(
                order,
                () -> turns.take(() -> transaction.execute(status -> {
                    credentials.changePassword(accountId, password);
                    return orders.send(order, accountId, new ChangePassword(accountId));
                })));
    }

    /** Whoever reads the old address hears of it: the change may be somebody else's doing. */
    @EventHandler
    void on(AccountEmailChanged event) {
        links.tellOfNewAddress(event.accountId(), event.email());
        credentials.changeEmail(event.accountId(), event.email());
    }

    @EventHandler
    void on(AccountInvited event) {
        links.mail(event.accountId(), OneTimeLinks.Purpose.INVITATION);
    }

    @EventHandler
    void on(AccountRoleChanged event) {
        credentials.changeRole(event.accountId(), event.role());
    }

    @EventHandler
    void on(AccountDeactivated event) {
        credentials.deactivate(event.accountId());
    }

    /** At once: whoever is erased is signed in no longer. */
    @EventHandler
    void on(PersonErasureOrdered event) {
        event.keys().stream().filter(key -> key.startsWith("ACC-")).forEach(credentials::remove);
    }

    /** Again, for an account that was opened at the very moment of the order. */
    @EventHandler
    void on(AccountErased event) {
        credentials.remove(event.accountId());
    }

    @EventHandler
    void on(AccountReactivated event) {
        credentials.reactivate(event.accountId());
    }
}
