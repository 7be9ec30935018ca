package dev.callout.api.sla;

import java.time.Instant;

/** When a version was published. */
public record Publication(int version, Instant publishedAt) {}
