package dev.callout.api.identity;

import org.axonframework.serialization.Revision;

/** Somebody was asked by mail to choose a password. The link is not in the event. */
@Revision("1")
public record AccountInvited(String accountId) implements AccountEvent {}
