package dev.callout.query.sla.report;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaBook;
import dev.callout.api.sla.SlaPenalty;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is owed for broken promises, by currency in its smallest unit: what the policy names for the priority, else what
 * it names for every priority. A change of the terms owes nothing, and a
 * promise that goes on after a reopening is paid for once.
 */
public final class Penalties {

    private Penalties() {}

    public static Map<String, Long> of(Collection<ClockReading> clocks, SlaBook book) {
        var owed = new TreeMap<String, Long>();
        clocks.stream()
                .filter(clock -> clock.countsAsMissed() && !clock.missedByRetarget())
                .forEach(clock -> add(clock, book, owed));
        return owed;
    }

    private static void add(ClockReading clock, SlaBook book, Map<String, Long> owed) {
        var penalties = book.policy(clock.policyId(), clock.policyVersion()).penalties().stream()
                .filter(penalty -> penalty.clock() == clock.clock())
                .toList();
        var special = penalties.stream()
                .filter(penalty -> penalty.priority() == clock.priority())
                .toList();
        var these = special.isEmpty()
                ? penalties.stream()
                        .filter(penalty -> penalty.priority() == null)
                        .toList()
                : special;
        these.forEach((SlaPenalty penalty) -> owed.merge(penalty.currency(), penalty.amount(), Long::sum));
    }
}
