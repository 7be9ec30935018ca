package dev.callout.platform.identity;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;

/** Who may sign in, and as what. The password is not in here. */
public record Credential(
        String accountId,
        String username,
        Role role,
        String customerId,
        String contactId,
        String language,
        boolean active) {

    public Actor actor(String channel) {
        return new Actor(accountId, role, customerId, contactId, channel);
    }
}
