package dev.callout.benchmarks;

import dev.callout.benchmarks.product.Product;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets happen to real products what befalls servers, and says whether they kept what we promise. */
record Prove(List<Scenario> scenarios, int times, Product.Recipe recipe) {

    private static final List<Scenario> ALL = List.of(new ProductKilled());
    private static final int AS_OFTEN_AS_EACH_SAYS = 0;

    static Prove from(List<String> words, Path checkout) {
        var chosen = new ArrayList<Scenario>();
        var times = AS_OFTEN_AS_EACH_SAYS;
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (word.equals("--times") && at + 1 < words.size()) {
                times = times(words.get(++at));
            } else {
                chosen.add(ALL.stream()
                        .filter(scenario -> scenario.id().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new Options.NotUnderstood(word)));
            }
        }
        return new Prove(chosen.isEmpty() ? ALL : chosen, times, new Product.Recipe(Options.command(checkout), ""));
    }

    private static int times(String text) {
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new Options.NotUnderstood("--times " + text);
        }
        return Integer.parseInt(text);
    }

    /** Whether every promise was kept. */
    boolean run(PrintStream out) throws Exception {
        var kept = true;
        for (var scenario : scenarios) {
            out.println(scenario.id() + "  " + scenario.claim());
            var times = this.times == AS_OFTEN_AS_EACH_SAYS ? scenario.times() : this.times;
            try {
                out.println("  kept: " + scenario.happen(recipe, times, words -> out.println("  " + words)));
            } catch (Scenario.BrokenPromise e) {
                out.println("  BROKEN: " + e.getMessage());
                kept = false;
            }
        }
        return kept;
    }

    static String help() {
        var help = new StringBuilder("""
                Usage: ./callout prove [--times N] [SCENARIO ...]

                Starts products in temporary folders, lets happen to them what befalls servers, and checks what we promise.

                """);
        ALL.forEach(scenario -> help.append("  ")
                .append(scenario.id())
                .append("  ")
                .append(scenario.claim())
                .append("; ")
                .append(scenario.times())
                .append(" times unless said\n"));
        return help.toString();
    }
}
