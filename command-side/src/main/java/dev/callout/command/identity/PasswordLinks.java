package dev.callout.command.identity;

import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.command.mail.Letter;
import dev.callout.command.mail.Outbox;
import dev.callout.platform.axon.CommandTurns;
import dev.callout.platform.http.BaseUrl;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.identity.Credential;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.OneTimeLinks;
import dev.callout.platform.identity.OneTimeLinks.Purpose;
import dev.callout.platform.identity.SecurityLog;
import dev.callout.platform.rights.Actors;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails people a link, and lets whoever comes back with it choose a password. */
@Component
class PasswordLinks {

    private static final Map<Purpose, String> TEMPLATES =
            Map.of(Purpose.INVITATION, "invitation", Purpose.RESET, "password-reset");

    private final OneTimeLinks links;
    private final Credentials credentials;
    private final Outbox outbox;
    private final BaseUrl baseUrl;
    private final ObjectProvider<CommandGateway> commands;
    private final TransactionTemplate transaction;
    private final CommandTurns turns;
    private final SecurityLog log;

    PasswordLinks(
            OneTimeLinks links,
            Credentials credentials,
            Outbox outbox,
            BaseUrl baseUrl,
            ObjectProvider<CommandGateway> commands,
            TransactionTemplate transaction,
            CommandTurns turns,
            SecurityLog log) {
        this.links = links;
        this.credentials = credentials;
        this.outbox = outbox;
        this.baseUrl = baseUrl;
        this.commands = commands;
        this.transaction = transaction;
        this.turns = turns;
        this.log = log;
    }

    /** Writes a mail with a fresh link, in the caller's transaction. Who has no mail address gets none. */
    void mail(String accountId, Purpose purpose) {
        var credential = credentials.find(accountId).orElseThrow();
        credentials
                .email(accountId)
                .ifPresent(email -> outbox.write(new Letter(
                        TEMPLATES.get(purpose),
                        credential.language(),
                        accountId,
                        email,
                        true,
                        null,
                        Map.of(
                                "username",
                                credential.username(),
                                "link",
                                baseUrl.to("/set-password?token=" + links.make(accountId, purpose))))));
    }

    /** Tells the address that mail went to so far, if there was one, that it goes elsewhere from now on. */
    void tellOfNewAddress(String accountId, String newAddress) {
        var credential = credentials.find(accountId).orElseThrow();
        credentials
                .email(accountId)
                .filter(old -> !old.equalsIgnoreCase(newAddress))
                .ifPresent(old -> outbox.write(new Letter(
                        "address-changed",
                        credential.language(),
                        accountId,
                        old,
                        false,
                        null,
                        Map.of("username", credential.username()))));
    }

    /** Sets the password of whoever the link was sent to. The link is used up, every sign-in ends. */
    void choose(String token, String password, String channel) {
        var account = turns.take(() -> transaction.execute(open -> {
            var credential = credentials
                    .find(links.use(token))
                    .filter(Credential::active)
                    .orElseThrow(() -> new ProblemException(ProblemCode.LINK_GONE));
            credentials.changePassword(credential.accountId(), password);
            Actors.runAs(credential.actor(channel), () -> {
                commands.getObject().sendAndWait(new ChangePassword(credential.accountId()));
            });
            return credential.accountId();
        }));
        log.note(SecurityEventKind.PASSWORD_CHOSEN, account);
    }
}
