package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;

import dev.callout.api.identity.AllowedTo;

/** One page of the replays with other terms, the newest first. */
@AllowedTo({MANAGER, ANALYST})
public record ListSlaWhatIfs(int pageSize, String after, boolean count) {}
