package dev.callout.query.sla.report;

import dev.callout.api.sla.SlaBreachCause;
import dev.callout.api.sla.SlaBreachPage.Pattern;
import dev.callout.api.sla.SlaBreachPage.Summary;
import dev.callout.api.sla.SlaClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Sums up broken promises: what broke how many of them, and what was waited for meanwhile. */
final class BreachSummary {

    private record Kind(SlaClock clock, SlaBreachCause cause) {}

    private final Map<Kind, Long> causes = new HashMap<>();
    private final Waits waits = new Waits();
    private long breaches;

    void add(BrokenClock broken) {
        breaches++;
        causes.merge(new Kind(broken.reading().clock(), broken.cause()), 1L, Long::sum);
        waits.add(broken.waits());
    }

    /** The most frequent first. */
    Summary told() {
        var patterns = new ArrayList<Pattern>();
        causes.forEach((kind, number) -> patterns.add(new Pattern(kind.clock(), kind.cause(), number)));
        patterns.sort(Comparator.comparingLong(Pattern::breaches)
                .reversed()
                .thenComparing(Pattern::clock)
                .thenComparing(Pattern::cause));
        return new Summary(breaches, waits.overtime(), patterns, waits.list());
    }
}
