package dev.callout.benchmarks.report;

import java.util.List;
import java.util.Map;

/** All that was measured in one run, and under which circumstances. */
public record Run(Map<String, String> facts, List<Level> levels, List<Rebuilt> rebuilds) {

    public List<Goal> goals() {
        return Goals.of(this);
    }
}
