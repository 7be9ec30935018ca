package dev.callout.api.sla;

import static dev.callout.api.identity.Role.ANALYST;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;

import dev.callout.api.identity.AllowedTo;

/** How well promises were kept by each technician: who answered, arrived or solved, or has it now. */
@AllowedTo({MANAGER, QUALITY, ANALYST})
public record CompareTechniciansBySla(SlaReportFilter filter) {}
