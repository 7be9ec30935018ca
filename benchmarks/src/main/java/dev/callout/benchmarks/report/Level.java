package dev.callout.benchmarks.report;

import dev.callout.benchmarks.load.Comparison;
import dev.callout.benchmarks.product.Memory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured with so many tickets in the store.
 *
 * @param tickets how many there were when the measuring began; creating some adds to them
 * @param bytesPerTicket disk, by what it is for; empty where no tickets were copied that could be counted
 */
public record Level(
        long tickets,
        long events,
        List<Comparison> comparisons,
        List<LagReading> lags,
        Memory memory,
        double startSeconds,
        Map<String, Long> bytesPerTicket) {

    Optional<Comparison> find(String what, int clients) {
        return comparisons.stream()
                .filter(comparison -> comparison.what().equals(what) && comparison.clients() == clients)
                .findFirst();
    }
}
