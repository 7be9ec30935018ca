package dev.callout.api.sla;

import java.time.Instant;
import java.util.List;

/** How well promises were kept by each technician, or to each customer; the least well first, 200 at most. */
public record SlaComparison(SlaReportFilter filter, Instant readAt, List<SlaReportLine> lines) {}
