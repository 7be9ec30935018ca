package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask somebody by mail to choose a password. */
@AllowedTo({CUSTOMER_ADMIN, SYSTEM})
public record InviteToAccount(@TargetAggregateIdentifier String accountId) implements AccountCommand {}
