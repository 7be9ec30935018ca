package dev.callout.query.sla.whatif;

import dev.callout.api.sla.ClockReading;
import dev.callout.api.sla.SlaAmount;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaShare;
import dev.callout.api.sla.SlaWhatIf;
import dev.callout.query.sla.report.ClockTally;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a replay has come to so far. */
final class Outcome {

    private final Map<SlaClock, ClockTally> before = new EnumMap<>(SlaClock.class);
    private final Map<SlaClock, ClockTally> after = new EnumMap<>(SlaClock.class);
    private final Map<String, Long> owedBefore = new TreeMap<>();
    private final Map<String, Long> owedAfter = new TreeMap<>();
    private long tickets;
    private long flipped;

    void add(Replayed replayed) {
        tickets++;
        flipped += replayed.flips().isEmpty() ? 0 : 1;
        count(replayed.before(), before);
        count(replayed.after(), after);
        replayed.owedBefore().forEach((currency, amount) -> owedBefore.merge(currency, amount, Long::sum));
        replayed.owedAfter().forEach((currency, amount) -> owedAfter.merge(currency, amount, Long::sum));
    }

    private static void count(List<ClockReading> clocks, Map<SlaClock, ClockTally> tallies) {
        clocks.forEach(clock ->
                tallies.computeIfAbsent(clock.clock(), kind -> new ClockTally()).add(clock));
    }

    long tickets() {
        return tickets;
    }

    long flipped() {
        return flipped;
    }

    List<SlaWhatIf.Clock> clocks() {
        return Arrays.stream(SlaClock.values())
                .map(clock -> {
                    var then = share(clock, before);
                    var would = share(clock, after);
                    return new SlaWhatIf.Clock(clock, then, would, difference(then, would));
                })
                .toList();
    }

    private static SlaShare share(SlaClock clock, Map<SlaClock, ClockTally> tallies) {
        return tallies.getOrDefault(clock, new ClockTally()).share(clock);
    }

    private static BigDecimal difference(SlaShare before, SlaShare after) {
        var then = before.rate().percent();
        var would = after.rate().percent();
        return then == null || would == null ? null : would.subtract(then);
    }

    List<SlaWhatIf.Penalty> penalties() {
        var currencies = new TreeSet<>(owedBefore.keySet());
        currencies.addAll(owedAfter.keySet());
        return currencies.stream()
                .map(currency -> {
                    var then = amount(owedBefore, currency);
                    var would = amount(owedAfter, currency);
                    return new SlaWhatIf.Penalty(currency, then, would, would.subtract(then));
                })
                .toList();
    }

    private static BigDecimal amount(Map<String, Long> owed, String currency) {
        return SlaAmount.ofMinor(owed.getOrDefault(currency, 0L), currency).amount();
    }
}
