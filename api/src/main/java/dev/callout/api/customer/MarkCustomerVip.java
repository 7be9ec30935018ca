package dev.callout.api.customer;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Have the customer treated with preference. */
@AllowedTo({MANAGER, SYSTEM})
public record MarkCustomerVip(@TargetAggregateIdentifier String customerId, String reason) implements CustomerCommand {}
