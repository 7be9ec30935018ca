package dev.callout.platform.rights;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.platform.identity.SecurityLog;
import org.springframework.stereotype.Component;

/**
 * Checks the right to send a command before anything that it refers to is looked up: what somebody may not do tells
 * nothing, neither by its answer nor by the time it takes.
 */
@Component
public class RightsCheck {

    private final SecurityLog log;

    RightsCheck(SecurityLog log) {
        this.log = log;
    }

    public void requireRole(Actor actor, Class<?> command) {
        if (!Rights.mayEver(actor.role(), command)) {
            log.note(SecurityEventKind.RIGHT_REFUSED, actor.accountId(), null, null, command.getSimpleName());
            throw new CommandRefused(RefusalCode.NOT_ALLOWED, "Your role does not allow this.");
        }
    }
}
