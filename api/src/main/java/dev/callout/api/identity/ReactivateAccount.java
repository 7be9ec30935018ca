package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let somebody sign in again. */
@AllowedTo({CUSTOMER_ADMIN, SYSTEM})
public record ReactivateAccount(@TargetAggregateIdentifier String accountId) implements AccountCommand {}
