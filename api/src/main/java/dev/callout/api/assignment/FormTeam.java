package dev.callout.api.assignment;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let technicians work together under a name. */
@AllowedTo({MANAGER, SYSTEM})
public record FormTeam(@TargetAggregateIdentifier String teamId, String name) implements TeamCommand {}
