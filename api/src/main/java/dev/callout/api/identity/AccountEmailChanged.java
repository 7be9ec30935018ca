package dev.callout.api.identity;

import org.axonframework.serialization.Revision;

/** Mail reaches somebody elsewhere, or for the first time. */
@Revision("1")
public record AccountEmailChanged(String accountId, String email) implements AccountEvent {}
