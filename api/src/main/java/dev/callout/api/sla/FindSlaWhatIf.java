package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;

/** How far a replay with other terms is, or what it came to. */
@AllowedTo({MANAGER, ANALYST})
public record FindSlaWhatIf(String whatIfId) {}
