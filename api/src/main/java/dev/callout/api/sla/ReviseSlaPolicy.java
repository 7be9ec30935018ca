package dev.callout.api.sla;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Publish the next version of a policy; tickets keep the version they were raised under. */
@AllowedTo({MANAGER, SYSTEM})
public record ReviseSlaPolicy(@TargetAggregateIdentifier String policyId, SlaPolicyDraft draft)
        implements SlaPolicyCommand {}
