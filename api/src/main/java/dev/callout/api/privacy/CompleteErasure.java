package dev.callout.api.privacy;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note that nothing of the person can be read any more, and what that covered. */
@AllowedTo(SYSTEM)
public record CompleteErasure(@TargetAggregateIdentifier String erasureId, Erased erased) implements ErasureCommand {}
