package dev.callout.command.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.EndOtherSignIns;
import dev.callout.api.identity.EndSignIn;
import dev.callout.api.identity.LinkIdentity;
import dev.callout.api.identity.ResetSecondFactor;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.identity.Credentials;
import dev.callout.platform.identity.OutsideIdentities;
import dev.callout.platform.identity.SecondFactors;
import dev.callout.platform.identity.SecurityLog;
import dev.callout.platform.identity.SignIns;
import dev.callout.platform.rights.Actors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Takes orders about how people sign in. */
@Component
class SignInOrders {

    private final SignIns signIns;
    private final SecondFactors secondFactors;
    private final Credentials credentials;
    private final OutsideIdentities identities;
    private final SecurityLog log;

    SignInOrders(
            SignIns signIns,
            SecondFactors secondFactors,
            Credentials credentials,
            OutsideIdentities identities,
            SecurityLog log) {
        this.signIns = signIns;
        this.secondFactors = secondFactors;
        this.credentials = credentials;
        this.identities = identities;
        this.log = log;
    }

    @CommandHandler
    void handle(EndSignIn command, MetaData metaData) {
        if (!signIns.end(command.accountId(), command.signInId())) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such sign-in.");
        }
        note(command.accountId(), metaData);
    }

    @CommandHandler
    void handle(EndOtherSignIns command, MetaData metaData) {
        signIns.endOthers(command.accountId(), command.keptSignInId());
        note(command.accountId(), metaData);
    }

    @CommandHandler
    void handle(ResetSecondFactor command, MetaData metaData) {
        if (credentials.find(command.accountId()).isEmpty()) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such account.");
        }
        secondFactors.forget(command.accountId(), (String) metaData.get(Actors.ACTOR));
    }

    @CommandHandler
    void handle(LinkIdentity command, MetaData metaData) {
        identities.link(command.accountId(), command.issuer(), command.subject(), (String) metaData.get(Actors.ACTOR));
    }

    private void note(String accountId, MetaData metaData) {
        log.note(SecurityEventKind.SIGN_INS_ENDED, accountId, (String) metaData.get(Actors.ACTOR), null, null);
    }
}
