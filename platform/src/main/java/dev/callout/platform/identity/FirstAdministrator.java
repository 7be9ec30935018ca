package dev.callout.platform.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import dev.callout.platform.rights.Actors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the first account on a new installation, so that there is somebody who can open the others. */
@Component
public class FirstAdministrator {

    /** Always the same id: a start that died half-way is taken up where it stopped, and two nodes open one account. */
    public static final String ACCOUNT_ID = "ACC-first-administrator";

    static final String USERNAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Credentials credentials;
    private final ObjectProvider<CommandGateway> commands;
    private final ObjectProvider<FirstSignInNotice> notices;
    private final TransactionTemplate transaction;
    private final boolean demo;

    FirstAdministrator(
            Credentials credentials,
            ObjectProvider<CommandGateway> commands,
            ObjectProvider<FirstSignInNotice> notices,
            TransactionTemplate transaction,
            @Value("${callout.demo:false}") boolean demo) {
        this.credentials = credentials;
        this.commands = commands;
        this.notices = notices;
        this.transaction = transaction;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void openIfNeeded() {
        var notice = notices.getIfAvailable();
        if (demo || !credentials.isEmpty()) {
            return;
        }
        if (notice == null) {
            log.warn("Nobody can sign in yet, and there is nowhere to show a first password");
            return;
        }
        openAccount();
        try {
            transaction.executeWithoutResult(open -> letSignIn(notice));
        } catch (CommandRefused otherNodeWasFaster) {
            log.info("Another node has opened the first account");
        }
    }

    private void openAccount() {
        var open = new OpenAccount(ACCOUNT_ID, USERNAME, "Administrator", Role.ADMIN, null, null, "en");
        try {
            Actors.runAs(Actor.SYSTEM, () -> {
                commands.getObject().sendAndWait(open);
            });
        } catch (AggregateStreamCreationException openedBefore) {
            log.info("The first account is open already; only its password was missing");
        } catch (CommandRefused refused) {
            if (refused.refusal().code() != RefusalCode.ALREADY_EXISTS) {
                throw refused;
            }
        }
    }

    /** Shows the password before the commit: shown and lost is mended by the next start, stored and never shown is not. */
    private void letSignIn(FirstSignInNotice notice) {
        var password = NewPassword.random();
        credentials.open(new Credential(ACCOUNT_ID, USERNAME, Role.ADMIN, null, null, "en", true), password);
        notice.show(USERNAME, password);
    }
}
