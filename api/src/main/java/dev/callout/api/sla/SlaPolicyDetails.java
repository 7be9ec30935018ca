package dev.callout.api.sla;

import java.util.List;

/**
 * A policy in one of its versions.
 *
 * @param published every version there is
 * @param streamVersion how often it was changed, for whoever wants to change it next
 */
public record SlaPolicyDetails(SlaPolicy policy, boolean retired, List<Publication> published, long streamVersion) {}
