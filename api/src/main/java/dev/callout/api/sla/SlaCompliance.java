package dev.callout.api.sla;

import java.time.Instant;
import java.util.List;

/** How well promises were kept, in all and by what may explain it; running ones as they stand at {@code readAt}. */
public record SlaCompliance(
        SlaReportFilter filter,
        Instant readAt,
        SlaReportLine total,
        List<SlaReportLine> trend,
        List<SlaReportLine> byPriority,
        List<SlaReportLine> byCategory,
        List<SlaReportLine> byTeam) {}
