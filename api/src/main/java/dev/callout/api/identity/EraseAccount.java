package dev.callout.api.identity;

import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note that the person behind an account was erased; nobody signs in with it any more. */
@AllowedTo(SYSTEM)
public record EraseAccount(@TargetAggregateIdentifier String accountId) implements AccountCommand {}
