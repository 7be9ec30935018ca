package dev.callout.api.customer;

import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Name a place where we may have to go. */
@AllowedTo({MANAGER, DISPATCHER, SUPPORT, SYSTEM, CUSTOMER_ADMIN})
public record AddSite(@TargetAggregateIdentifier String customerId, String siteId, String name, PostalAddress address)
        implements CustomerCommand {}
