package dev.callout.api.audit;

import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.PRIVACY_OFFICER;

import dev.callout.api.identity.AllowedTo;

/**
 * One page of all that ever happened; {@code after} is the {@code next} of the page before.
 *
 * @param payload whether to tell what each event says
 */
@AllowedTo({AUDITOR, MANAGER, PRIVACY_OFFICER})
public record ListAuditEvents(
        AuditFilter filter, boolean newestFirst, boolean payload, int pageSize, String after, boolean count) {}
