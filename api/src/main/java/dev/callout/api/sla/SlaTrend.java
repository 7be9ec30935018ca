package dev.callout.api.sla;

/** How long a point of a trend is. */
public enum SlaTrend {
    MONTH,
    WEEK
}
