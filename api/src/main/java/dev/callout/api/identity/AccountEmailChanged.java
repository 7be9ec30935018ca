package dev.callout.api.identity;

import dev.callout.api.Personal;
import org.axonframework.serialization.Revision;

/** Mail reaches somebody elsewhere, or for the first time. */
@Revision("1")
public record AccountEmailChanged(
        String accountId, @Personal("accountId") String email) implements AccountEvent {}
