package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.SYSTEM;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let somebody sign in. */
@AllowedTo({CUSTOMER_ADMIN, SYSTEM})
public record OpenAccount(
        @TargetAggregateIdentifier String accountId,
        String username,
        String displayName,
        Role role,
        String customerId,
        String contactId,
        String language)
        implements AccountCommand {}
