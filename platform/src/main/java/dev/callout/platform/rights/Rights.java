package dev.callout.platform.rights;

import static dev.callout.api.RefusalCode.NOT_ALLOWED;
import static dev.callout.api.RefusalCode.NOT_FOUND;

import dev.callout.api.CommandRefused;
import dev.callout.api.Refusal;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.OfOneAccount;
import dev.callout.api.identity.OfOneContact;
import dev.callout.api.identity.OfOneCustomer;
import dev.callout.api.identity.OfOneRequester;
import dev.callout.api.identity.Role;
import java.util.Arrays;
import java.util.Optional;

/** Who may send which message. Every message is held against it when it is handled. */
public final class Rights {

    private Rights() {}

    /** For whoever must know before the message is sent, since other work comes first. */
    public static void require(Actor actor, Object message) {
        refusal(Optional.of(actor), message).ifPresent(refusal -> {
            throw new CommandRefused(refusal);
        });
    }

    static Optional<Refusal> refusal(Optional<Actor> actor, Object message) {
        if (actor.isEmpty() || !mayEver(actor.get().role(), message.getClass())) {
            return Optional.of(new Refusal(NOT_ALLOWED, "Your role does not allow this."));
        }
        if (actor.get().role().isCustomer() && isForeign(message, actor.get())) {
            return Optional.of(new Refusal(NOT_FOUND, "There is no such thing."));
        }
        if (message instanceof OfOneAccount own && !mayWith(own.accountId(), actor.get())) {
            return Optional.of(
                    actor.get().role().isCustomer()
                            ? new Refusal(NOT_FOUND, "There is no such thing.")
                            : new Refusal(NOT_ALLOWED, "You may do this with your own account only."));
        }
        return Optional.empty();
    }

    private static boolean mayWith(String accountId, Actor actor) {
        return accountId.equals(actor.accountId()) || actor.role() == Role.ADMIN || actor.role() == Role.SYSTEM;
    }

    /** Whether a role may send such a message about anything at all. */
    public static boolean mayEver(Role role, Class<?> payloadType) {
        var allowed = payloadType.getAnnotation(AllowedTo.class);
        return allowed != null
                && (role == Role.ADMIN || Arrays.asList(allowed.value()).contains(role));
    }

    private static boolean isForeign(Object question, Actor actor) {
        return question instanceof OfOneCustomer ofCustomer && !isTheirs(ofCustomer.customerId(), actor.customerId())
                || question instanceof OfOneContact ofContact
                        && actor.visibleContact() != null
                        && !actor.visibleContact().equals(ofContact.contactId())
                || question instanceof OfOneRequester asked && !isTheirs(asked.requestedBy(), actor.accountId());
    }

    private static boolean isTheirs(String asked, String own) {
        return own != null && own.equals(asked);
    }
}
