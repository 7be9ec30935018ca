package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;

/** One page of the verdicts that other terms would have changed. */
@AllowedTo({MANAGER, ANALYST})
public record ListSlaFlips(String whatIfId, int pageSize, String after, boolean count) {}
