package dev.callout.api.customer;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Settle which plan the customer has; null for none. */
@AllowedTo({MANAGER, SYSTEM})
public record AgreeOnPlan(@TargetAggregateIdentifier String customerId, String plan) implements CustomerCommand {}
