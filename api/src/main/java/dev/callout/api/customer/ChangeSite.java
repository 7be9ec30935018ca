package dev.callout.api.customer;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put right what we know of a site. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT, SYSTEM, CUSTOMER_ADMIN})
public record ChangeSite(
        @TargetAggregateIdentifier String customerId, String siteId, String name, PostalAddress address)
        implements CustomerCommand {}
