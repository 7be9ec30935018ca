package dev.callout.api.customer;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Have the customer treated like any other. */
@AllowedTo({MANAGER, SYSTEM})
public record RemoveVipMark(@TargetAggregateIdentifier String customerId, String reason) implements CustomerCommand {}
