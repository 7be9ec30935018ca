package dev.callout.api.identity;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** Somebody may sign in. The password is not in the event. */
@Revision("1")
public record AccountOpened(
        String accountId,
        @Personal({"contactId", "accountId"}) String username,
        @Personal({"contactId", "accountId"}) String displayName,
        Role role,
        String customerId,
        String contactId,
        String language)
        implements AccountEvent {}
