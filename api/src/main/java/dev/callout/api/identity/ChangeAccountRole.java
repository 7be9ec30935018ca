package dev.callout.api.identity;

import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change somebody's rights. */
@AllowedTo({SYSTEM})
public record ChangeAccountRole(@TargetAggregateIdentifier String accountId, Role role) implements AccountCommand {}
