package dev.callout.platform.processors;

import java.util.Set;

/** Processors whose events have to be handled one after the other, because one changes rows of several aggregates. */
public record IndivisibleProcessors(Set<String> names) {}
