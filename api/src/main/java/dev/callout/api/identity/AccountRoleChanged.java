package dev.callout.api.identity;

import org.axonframework.serialization.Revision;

/** Somebody's rights changed. */
@Revision("1")
public record AccountRoleChanged(String accountId, Role role) implements AccountEvent {}
