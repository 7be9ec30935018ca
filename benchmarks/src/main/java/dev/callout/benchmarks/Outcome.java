package dev.callout.benchmarks;

import java.time.LocalDate;

/** What came of one scenario: whether the claim held, and what was seen. */
record Outcome(String id, String claim, boolean kept, String seen, int times, LocalDate day, String commit) {}
