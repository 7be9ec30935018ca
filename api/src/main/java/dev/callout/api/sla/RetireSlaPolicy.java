package dev.callout.api.sla;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Promise this to new tickets no longer; those that have it keep it. */
@AllowedTo({MANAGER, SYSTEM})
public record RetireSlaPolicy(@TargetAggregateIdentifier String policyId) implements SlaPolicyCommand {}
