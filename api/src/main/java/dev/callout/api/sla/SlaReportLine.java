package dev.callout.api.sla;

import java.time.Duration;
import java.util.List;

/**
 * What the promises for some tickets came to.
 *
 * @param key the word, id or period that these tickets have in common
 * @param tickets those with at least one promise
 * @param allMet of the tickets for which everything is decided or anything is broken
 * @param firstCycle of the tickets, by whether they were solved in time before they were reopened, if they were
 * @param allCycles of the tickets, by whether they were solved in time every time
 * @param effort the counted time until solved, of all cycles together
 * @param reopened cycles that a reopening began
 * @param atRisk promises that run and have used 80 percent of their time
 * @param penalties what is owed for those that are broken
 */
public record SlaReportLine(
        String key,
        String name,
        long tickets,
        SlaRate allMet,
        List<SlaShare> clocks,
        SlaRate firstCycle,
        SlaRate allCycles,
        Duration effort,
        long reopened,
        long atRisk,
        List<SlaAmount> penalties) {}
