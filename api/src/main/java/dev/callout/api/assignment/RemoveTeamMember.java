package dev.callout.api.assignment;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let somebody leave the team. */
@AllowedTo({MANAGER, SYSTEM})
public record RemoveTeamMember(@TargetAggregateIdentifier String teamId, String accountId) implements TeamCommand {}
