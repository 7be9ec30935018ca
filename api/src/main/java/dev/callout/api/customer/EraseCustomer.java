package dev.callout.api.customer;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note that a private customer was erased. */
@AllowedTo(SYSTEM)
public record EraseCustomer(@TargetAggregateIdentifier String customerId) implements CustomerCommand {}
