package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;

import dev.callout.api.identity.AllowedTo;

/** Signs now for everything sealed since the last checkpoint; answers the last one when there is nothing new. */
@AllowedTo(AUDITOR)
public record TakeCheckpoint() {}
