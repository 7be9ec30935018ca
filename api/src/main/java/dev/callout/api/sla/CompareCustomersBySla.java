package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.AUDITOR;
import static dev.callout.api.identity.Role.BILLING;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;

/** How well promises were kept to each customer, and where a relationship is at risk. */
@AllowedTo({MANAGER, QUALITY, BILLING, AUDITOR, ANALYST})
public record CompareCustomersBySla(SlaReportFilter filter, Moment at) {}
