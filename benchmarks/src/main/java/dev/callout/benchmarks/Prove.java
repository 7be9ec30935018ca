package dev.callout.benchmarks;

import dev.callout.benchmarks.faults.Faults;
import dev.callout.benchmarks.faults.Scenario;
import dev.callout.benchmarks.product.Machine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets happen to real products what befalls servers, and says whether they kept what we promise.
 *
 * @param page where the outcomes are written down, or null
 */
record Prove(List<Scenario> scenarios, int times, Path page, Scenario.Place place) {

    private static final int AS_OFTEN_AS_EACH_SAYS = 0;

    static Prove from(List<String> words, Path checkout) {
        var chosen = new ArrayList<Scenario>();
        var times = AS_OFTEN_AS_EACH_SAYS;
        Path page = null;
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (word.equals("--times") && at + 1 < words.size()) {
                times = times(words.get(++at));
            } else if (word.equals("--page") && at + 1 < words.size()) {
                page = Path.of(words.get(++at)).toAbsolutePath().normalize();
            } else {
                chosen.addAll(named(word));
            }
        }
        var place = new Scenario.Place(checkout, Options.recipe(checkout, ""));
        return new Prove(chosen.isEmpty() ? Faults.ALL : chosen, times, page, place);
    }

    private static List<Scenario> named(String word) {
        var named = Faults.ALL.stream()
                .filter(scenario -> scenario.id().equals(word))
                .toList();
        if (named.isEmpty()) {
            throw new Options.NotUnderstood(word);
        }
        return named;
    }

    private static int times(String text) {
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new Options.NotUnderstood("--times " + text);
        }
        return Integer.parseInt(text);
    }

    /** Whether every promise was kept. */
    boolean run(PrintStream out) throws Exception {
        var outcomes = new ArrayList<Outcome>();
        for (var scenario : scenarios) {
            outcomes.add(outcome(scenario, out));
            if (page != null) { // after each, since all of them take an hour
                ProofPage.write(page, outcomes);
            }
        }
        var broken = outcomes.stream().filter(outcome -> !outcome.kept()).toList();
        out.println(
                broken.isEmpty()
                        ? "All kept."
                        : "Broken: " + broken.stream().map(Outcome::id).collect(Collectors.joining(", ")));
        return broken.isEmpty();
    }

    private Outcome outcome(Scenario scenario, PrintStream out) throws Exception {
        out.println(scenario.id() + "  " + scenario.claim());
        var times = this.times == AS_OFTEN_AS_EACH_SAYS ? scenario.times() : this.times;
        var today = LocalDate.now(ZoneOffset.UTC);
        var commit = Machine.commit(place.checkout());
        try {
            var seen = scenario.happen(place, times, words -> out.println("  " + words));
            out.println("  kept: " + seen);
            return new Outcome(scenario.id(), scenario.claim(), true, seen, times, today, commit);
        } catch (Scenario.BrokenPromise e) {
            out.println("  BROKEN: " + e.getMessage());
            return new Outcome(scenario.id(), scenario.claim(), false, e.getMessage(), times, today, commit);
        }
    }

    static String help() {
        var help = new StringBuilder("""
                Usage: ./callout prove [--times N] [--page FILE] [SCENARIO ...]

                Starts products in temporary folders, lets happen to them what befalls servers, and checks what we promise.

                  --times N    how often, for each of them
                  --page FILE  a page to write the outcomes into, between its two marks

                """);
        Faults.ALL.forEach(scenario -> help.append("  ")
                .append(scenario.id())
                .append("  ")
                .append(scenario.claim())
                .append(scenario.times() == 1 ? "\n" : "; " + scenario.times() + " times unless said\n"));
        return help.toString();
    }
}
