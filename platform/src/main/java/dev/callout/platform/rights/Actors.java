package dev.callout.platform.rights;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at work on this thread, and how that travels with a message. */
public final class Actors {

    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String CUSTOMER_ID = "customerId";
    public static final String CONTACT_ID = "contactId";
    public static final String CHANNEL = "channel";
    public static final String DEVICE = "device";
    public static final String CLOCK_SKEW = "clockSkewMillis";
    public static final String COMMAND_ID = "commandId";

    private static final ThreadLocal<Actor> AT_WORK = new ThreadLocal<>();

    private Actors() {}

    /** The actor of the innermost {@link #runAs}, else whoever signed in to this request. */
    public static Optional<Actor> current() {
        var atWork = AT_WORK.get();
        return atWork != null ? Optional.of(atWork) : signedIn();
    }

    private static Optional<Actor> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    public static void runAs(Actor actor, Runnable work) {
        runAs(actor, () -> {
            work.run();
            return null;
        });
    }

    public static <T> T runAs(Actor actor, Supplier<T> work) {
        var before = AT_WORK.get();
        AT_WORK.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) {
                AT_WORK.remove();
            } else {
                AT_WORK.set(before);
            }
        }
    }

    /** The entries that tell the receiver of a message who sent it. */
    public static Map<String, String> toMetaData(Actor actor) {
        var entries = new LinkedHashMap<String, String>();
        entries.put(ACTOR, actor.accountId());
        entries.put(ROLE, actor.role().name());
        entries.put(CUSTOMER_ID, actor.customerId());
        entries.put(CONTACT_ID, actor.contactId());
        entries.put(CHANNEL, actor.channel());
        entries.values().removeIf(value -> value == null);
        return entries;
    }

    /** Who sent the message with this metadata; empty when it does not say so in full. */
    public static Optional<Actor> fromMetaData(MetaData metaData) {
        if (!(metaData.get(ACTOR) instanceof String accountId) || !(metaData.get(ROLE) instanceof String role)) {
            return Optional.empty();
        }
        return Optional.of(new Actor(
                accountId,
                Role.valueOf(role),
                (String) metaData.get(CUSTOMER_ID),
                (String) metaData.get(CONTACT_ID),
                (String) metaData.get(CHANNEL)));
    }
}
