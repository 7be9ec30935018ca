package dev.callout.api.usage;

import static dev.callout.api.identity.Role.ADMIN;

import dev.callout.api.identity.AllowedTo;

/** How much of what is limited is used, by whom most. */
@AllowedTo(ADMIN)
public record FindUsage() {}
