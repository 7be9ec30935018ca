package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change somebody's rights. */
@AllowedTo({CUSTOMER_ADMIN, SYSTEM})
public record ChangeAccountRole(@TargetAggregateIdentifier String accountId, Role role) implements AccountCommand {}
