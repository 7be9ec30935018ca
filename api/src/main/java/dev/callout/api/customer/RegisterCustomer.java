package dev.callout.api.customer;

import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a new customer on. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT, SYSTEM})
public record RegisterCustomer(
        @TargetAggregateIdentifier String customerId,
        CustomerKind kind,
        String name,
        String email,
        String phone,
        String language,
        boolean vip)
        implements CustomerCommand {}
