package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let somebody no longer sign in. */
@AllowedTo({CUSTOMER_ADMIN, SYSTEM})
public record DeactivateAccount(@TargetAggregateIdentifier String accountId, String reason) implements AccountCommand {}
