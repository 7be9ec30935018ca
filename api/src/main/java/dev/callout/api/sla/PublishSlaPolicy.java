package dev.callout.api.sla;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Promise something new; tickets that are raised from now on get it. */
@AllowedTo({MANAGER, SYSTEM})
public record PublishSlaPolicy(@TargetAggregateIdentifier String policyId, SlaPolicyDraft draft)
        implements SlaPolicyCommand {}
