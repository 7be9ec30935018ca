package dev.callout.api.identity;

import org.axonframework.serialization.Revision;

/** Somebody may no longer sign in. */
@Revision("1")
public record AccountDeactivated(String accountId, String reason) implements AccountEvent {}
