package dev.callout.api.identity;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.SYSTEM;

/** One page of the security log, the latest first. */
@AllowedTo({AUDITOR, SYSTEM})
public record ListSecurityEvents(SecurityEventKind kind, String accountId, int pageSize, String after, boolean count) {}
