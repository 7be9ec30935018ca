package dev.callout.benchmarks;

import dev.callout.benchmarks.product.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the command line asks for: what to measure, and with which {@code --name value}. */
record Options(
        Kind kind,
        List<Integer> tickets,
        List<Integer> clients,
        List<Integer> events,
        Set<Operation.Kind> operations,
        int rounds,
        Duration slice,
        Duration warmUp,
        Path report,
        Path page,
        Product.Recipe recipe,
        String command) {

    /** What can be measured. */
    enum Kind {
        DESK,
        REBUILD
    }

    static final String HELP = """
            Usage: ./callout bench [--name value ...]
                   ./callout bench rebuild [--name value ...]

            Measures Callout beside its own PostgreSQL on this machine, in a temporary folder. The first form has people
            work at the service desk; the second computes all views anew. Give it a quiet machine, or read the ratios
            only.

              --quick              a first impression in three minutes
              --tickets 0,10000,100000
                                   how many there are when people begin; each time with a product of its own
              --clients 1,8,32     how many work at the same time
              --events 100000,1000000
                                   how many the views are computed from
              --only create,read   of: who, read, track, board, comment, assign, mixed, create
              --rounds 3           how often product and floor take turns; the middle one counts
              --seconds 3          how long the product has its turn; the floor has half of that
              --warm-up 20         seconds of work before the first measurement
              --report FOLDER      where report.html, report.json and report.md go (benchmarks/target/report)
              --page FILE          a page to write the tables into, between its two marks
              --java-options "…"   for the product's JVM, besides its own
            """;

    /** Thrown for words that mean nothing here. */
    static final class NotUnderstood extends IllegalArgumentException {
        NotUnderstood(String word) {
            super("What is " + word + "? --help tells what there is.");
        }
    }

    static Options from(List<String> words, Path checkout) {
        var rebuild = !words.isEmpty() && words.get(0).equals("rebuild");
        var given = read(rebuild ? words.subList(1, words.size()) : words);
        var quick = given.containsKey("quick");
        return new Options(
                rebuild ? Kind.REBUILD : Kind.DESK,
                numbers(given, "tickets", quick ? "0,2000" : "0,10000,100000"),
                numbers(given, "clients", quick ? "1,8" : "1,8,32"),
                numbers(given, "events", quick ? "10000,40000" : "100000,1000000"),
                operations(given.get("only")),
                number(given, "rounds", quick ? "1" : "3"),
                seconds(given, "seconds", quick ? "1" : "3"),
                seconds(given, "warm-up", quick ? "8" : "20"),
                path(given.getOrDefault(
                        "report", checkout.resolve("benchmarks/target/report").toString())),
                given.containsKey("page") ? path(given.get("page")) : null,
                Product.Recipe.of(checkout, given.getOrDefault("java-options", "")),
                "./callout bench" + (words.isEmpty() ? "" : " " + String.join(" ", words)));
    }

    private static Map<String, String> read(List<String> words) {
        var given = new TreeMap<String, String>();
        for (var at = 0; at < words.size(); at++) {
            var parts = words.get(at).split("=", 2);
            if (parts[0].equals("--quick")) {
                given.put("quick", "");
            } else if (!parts[0].startsWith("--") || !HELP.contains("  " + parts[0] + " ")) {
                throw new NotUnderstood(words.get(at));
            } else if (parts.length == 2 || at + 1 < words.size()) {
                given.put(parts[0].substring(2), parts.length == 2 ? parts[1] : words.get(++at));
            } else {
                throw new NotUnderstood(parts[0] + " without a value");
            }
        }
        return given;
    }

    private static Set<Operation.Kind> operations(String text) {
        try {
            return text == null
                    ? EnumSet.allOf(Operation.Kind.class)
                    : Arrays.stream(text.split(","))
                            .map(name -> Operation.Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.Kind.class)));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("--only " + text);
        }
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static int number(Map<String, String> given, String name, String otherwise) {
        return numbers(given, name, otherwise).get(0);
    }

    private static Duration seconds(Map<String, String> given, String name, String otherwise) {
        var text = given.getOrDefault(name, otherwise);
        try {
            var millis = Math.round(1_000 * Double.parseDouble(text));
            if (millis < 1) {
                throw new NotUnderstood("--" + name + " " + text);
            }
            return Duration.ofMillis(millis);
        } catch (NumberFormatException e) {
            throw new NotUnderstood("--" + name + " " + text);
        }
    }

    private static List<Integer> numbers(Map<String, String> given, String name, String otherwise) {
        var text = given.getOrDefault(name, otherwise);
        try {
            var numbers = Arrays.stream(text.split(","))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            if (numbers.isEmpty() || numbers.get(0) < (name.equals("tickets") ? 0 : 1)) {
                throw new NotUnderstood("--" + name + " " + text);
            }
            return numbers;
        } catch (NumberFormatException e) {
            throw new NotUnderstood("--" + name + " " + text);
        }
    }
}
