package dev.callout.api.sla;

import java.util.List;

/** One page of the replays with other terms. */
public record SlaWhatIfPage(List<SlaWhatIf> items, String next, Long total) {}
