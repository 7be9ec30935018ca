package dev.callout.benchmarks.report;

/** Something we set out to reach, and whether this run did. */
public record Goal(String what, String wanted, String measured, boolean reached) {}
