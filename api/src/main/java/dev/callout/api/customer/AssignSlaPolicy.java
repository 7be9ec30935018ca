package dev.callout.api.customer;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Have all the customer's tickets follow one policy; null lets the rules choose again. */
@AllowedTo({MANAGER, SYSTEM})
public record AssignSlaPolicy(@TargetAggregateIdentifier String customerId, String policyId)
        implements CustomerCommand {}
