package dev.callout.api.customer;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note that a contact was erased. */
@AllowedTo(SYSTEM)
public record EraseContact(@TargetAggregateIdentifier String customerId, String contactId) implements CustomerCommand {}
