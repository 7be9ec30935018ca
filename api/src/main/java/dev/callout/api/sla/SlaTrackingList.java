package dev.callout.api.sla;

import java.util.List;

/** How the promises for some tickets stand; a ticket that is not there is missing. */
public record SlaTrackingList(List<SlaTracking> items) {}
