package dev.callout.benchmarks.report;

import java.util.List;

/** Some figures side by side; the first column has words, the others numbers. */
record Table(String title, List<String> head, List<List<String>> rows) {}
