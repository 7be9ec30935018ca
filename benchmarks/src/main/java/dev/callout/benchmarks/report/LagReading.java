package dev.callout.benchmarks.report;

import dev.callout.benchmarks.load.Figure;

/**
 * How long a reader waits for a view while tickets are created.
 *
 * @param share of the top rate at which they were created
 * @param createdPerSecond the rate that came of it
 */
public record LagReading(String view, double share, double createdPerSecond, Figure figure) {}
