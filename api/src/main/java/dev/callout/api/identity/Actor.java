package dev.callout.api.identity;

import java.util.Set;

/**
 * Who sends a message, and in which role. Holds no personal data.
 *
 * @param customerId the actor's company, for people on the customer's side, else null
 * @param contactId which contact of that company the actor is, else null
 * @param channel how the actor reached the product, one of {@link #CHANNELS}
 */
public record Actor(String accountId, Role role, String customerId, String contactId, String channel) {

    /** By program, by screen, by the operator's command line, by nobody, or made up. */
    public static final Set<String> CHANNELS = Set.of("api", "web", "cli", "system", "demo");

    /** The product itself. */
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, null, null, "system");

    /** Whose things the actor sees of its company: null for everybody's, the empty text for nobody's. */
    public String visibleContact() {
        if (!role.seesOnlyItsOwn()) {
            return null;
        }
        return contactId == null ? "" : contactId;
    }
}
