package dev.callout.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the command line asks for, as {@code --name=value}. */
record Options(
        Path checkout,
        Path dataFolder,
        Path report,
        List<Integer> clients,
        List<String> parts,
        int rounds,
        Duration time,
        Duration warmUp,
        int tickets,
        String javaOptions) {

    static final String HELP = """
            benchmarks/run [--name=value ...]

              --clients=1,8,32     how many work at the same time
              --measure=commands,lag,reads,rebuild,start
                                   which parts; all of them unless said
              --rounds=3           how often each measurement is repeated; the middle one counts
              --seconds=5          how long each one takes
              --warm-up=20         seconds of work before the first
              --tickets=100000     how many there must be before reads and rebuilds are measured
              --java-options=…     for the product's JVM, besides its own
              --data=FOLDER        where the product keeps its data; a new temporary folder unless said
              --report=FILE        a page to write the figures into, between its two marks
            """;

    static Options from(String[] arguments) {
        var given = new TreeMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || !HELP.contains("  " + parts[0] + "=")) {
                throw new IllegalArgumentException("What is " + argument + "?\n\n" + HELP);
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        return new Options(
                Path.of(System.getProperty("callout.checkout", "."))
                        .toAbsolutePath()
                        .normalize(),
                path(given, "data"),
                path(given, "report"),
                List.of(given.getOrDefault("clients", "1,8,32").split(",")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                List.of(given.getOrDefault("measure", "commands,lag,reads,rebuild,start")
                        .split(",")),
                number(given, "rounds", 3),
                Duration.ofSeconds(number(given, "seconds", 5)),
                Duration.ofSeconds(number(given, "warm-up", 20)),
                number(given, "tickets", 100_000),
                given.getOrDefault("java-options", ""));
    }

    boolean measure(String part) {
        return parts.contains(part);
    }

    private static Path path(Map<String, String> given, String name) {
        return given.containsKey(name) ? Path.of(given.get(name)).toAbsolutePath() : null;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }
}
