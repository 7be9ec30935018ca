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

/** How well promises were kept; {@code zone} is where months and weeks begin, {@code at} null for now. */
@AllowedTo({MANAGER, DISPATCHER, QUALITY, BILLING, SUPPORT, AUDITOR, ANALYST})
public record CountSlaCompliance(SlaReportFilter filter, SlaTrend trend, String zone, Moment at) {}
