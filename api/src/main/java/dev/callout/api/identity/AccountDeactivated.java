package dev.callout.api.identity;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** Somebody may no longer sign in. */
@Revision("1")
public record AccountDeactivated(
        String accountId, @Personal("accountId") String reason) implements AccountEvent {}
