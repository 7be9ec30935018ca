package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;

/**
 * Which promises were broken and why, one page of them.
 *
 * @param summary whether all of them are summed up, too
 * @param at null for now
 */
@AllowedTo({MANAGER, DISPATCHER, QUALITY, BILLING, SUPPORT, AUDITOR, ANALYST})
public record AnalyzeSlaBreaches(SlaReportFilter filter, boolean summary, int pageSize, String after, Moment at) {}
