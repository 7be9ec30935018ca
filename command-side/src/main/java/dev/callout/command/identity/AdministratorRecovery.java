package dev.callout.command.identity;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.USERNAME_TAKEN;

import dev.callout.api.identity.ChangeAccountRole;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.ReactivateAccount;
import dev.callout.api.identity.RecoverAdministrator;
import dev.callout.api.identity.Role;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.NewPassword;
import dev.callout.platform.identity.SecondFactors;
import dev.callout.platform.identity.SecurityLog;
import dev.callout.platform.rights.Actors;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the owner of the machine back in: an administrator with a new password, whatever became of the account. */
@Component
class AdministratorRecovery {

    private final Credentials credentials;
    private final SecondFactors secondFactors;
    private final CommandGateway commands;
    private final TransactionTemplate transaction;
    private final SecurityLog log;

    AdministratorRecovery(
            Credentials credentials,
            SecondFactors secondFactors,
            CommandGateway commands,
            TransactionTemplate transaction,
            SecurityLog log) {
        this.credentials = credentials;
        this.secondFactors = secondFactors;
        this.commands = commands;
        this.transaction = transaction;
        this.log = log;
    }

    /** The new password of an account that is an administrator from now on; it is kept nowhere, and in no message. */
    String recover(String username) {
        var password = NewPassword.random();
        transaction.executeWithoutResult(status -> {
            String accountId = commands.sendAndWait(new RecoverAdministrator(username));
            credentials.changePassword(accountId, password);
        });
        return password;
    }

    @CommandHandler
    String handle(RecoverAdministrator command, MetaData metaData) {
        var by = (String) metaData.get(Actors.ACTOR);
        var accountId = credentials
                .findByUsername(command.username())
                .map(this::takeOver)
                .orElseGet(() -> open(command.username()));
        secondFactors.forget(accountId, by);
        log.note(SecurityEventKind.ADMINISTRATOR_RECOVERED, accountId, by, null, null);
        return accountId;
    }

    private String takeOver(Credential known) {
        refuseWhen(known.role().isCustomer(), USERNAME_TAKEN, "A customer signs in with this user name.");
        var accountId = known.accountId();
        if (!known.active()) {
            commands.sendAndWait(new ReactivateAccount(accountId));
        }
        if (known.role() != Role.ADMIN) {
            commands.sendAndWait(new ChangeAccountRole(accountId, Role.ADMIN));
        }
        credentials.unlock(known.username());
        commands.sendAndWait(new ChangePassword(accountId));
        return accountId;
    }

    private String open(String username) {
        var accountId = "ACC-" + UUID.randomUUID();
        credentials.open(new Credential(accountId, username, Role.ADMIN, null, null, "en", true), null);
        commands.sendAndWait(new OpenAccount(accountId, username, "Administrator", Role.ADMIN, null, null, "en"));
        return accountId;
    }
}
