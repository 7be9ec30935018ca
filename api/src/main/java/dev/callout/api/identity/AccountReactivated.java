package dev.callout.api.identity;

import org.axonframework.serialization.Revision;

/** Somebody may sign in again. */
@Revision("1")
public record AccountReactivated(String accountId) implements AccountEvent {}
