package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;

import dev.callout.api.Moment;
import dev.callout.api.identity.AllowedTo;

/** How well promises were kept by each technician: who answered, arrived or solved, or has it now; {@code at} null for now. */
@AllowedTo({MANAGER, QUALITY, ANALYST})
public record CompareTechniciansBySla(SlaReportFilter filter, Moment at) {}
