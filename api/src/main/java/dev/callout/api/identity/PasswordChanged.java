package dev.callout.api.identity;

import org.axonframework.serialization.Revision;

/** Somebody has a new password. It is not in the event. */
@Revision("1")
public record PasswordChanged(String accountId) implements AccountEvent {}
