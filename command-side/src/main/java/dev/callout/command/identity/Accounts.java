package dev.callout.command.identity;

import dev.callout.api.identity.AccountDeactivated;
import dev.callout.api.identity.AccountErased;
import dev.callout.api.identity.AccountReactivated;
import dev.callout.api.identity.AccountRoleChanged;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.command.order.Order;
import dev.callout.command.order.Orders;
import dev.callout.command.order.Receipt;
import dev.callout.command.order.References;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
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

    Accounts(Orders orders, Credentials credentials, TransactionTemplate transaction) {
        this.orders = orders;
        this.credentials = credentials;
        this.transaction = transaction;
    }

    public Receipt open(Order order, OpenAccount command, String password) {
        return orders.earlierAnswer(order)
                .orElseGet(() -> transaction.execute(status -> {
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
                    return orders.send(order, command.accountId(), command);
                }));
    }

    Receipt changePassword(Order order, String accountId, String password) {
        return orders.earlierAnswer(order)
                .orElseGet(() -> transaction.execute(status -> {
                    credentials.changePassword(accountId, password);
                    return orders.send(order, accountId, new ChangePassword(accountId));
                }));
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
