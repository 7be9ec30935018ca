package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows how each event processor does, lets one rest, and shares its work differently. */
final class ProcessorsCommand implements CliCommand {

    private static final Set<String> ACTIONS = Set.of("pause", "resume", "split", "merge");

    @Override
    public String name() {
        return "processors";
    }

    @Override
    public String arguments() {
        return "[pause | resume | split | merge NAME]";
    }

    @Override
    public String summary() {
        return "show, pause, resume, split or merge event processors";
    }

    @Override
    public String details() {
        return """
                A pause holds on all nodes and over restarts until it is resumed. Splitting shares a processor's work
                among one more thread or node, merging among one less. The short name of a view will do.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        var tells = arguments.size() == 2 && ACTIONS.contains(arguments.get(0));
        if (!tells && !arguments.isEmpty()) {
            throw BadUsage.of(this);
        }
        try (var server = ReachedServer.ofExisting(settings, console)) {
            var all = server.client().processors();
            print(
                    tells ? List.of(server.client().tell(named(arguments.get(1), all), arguments.get(0))) : all,
                    console.out());
        }
    }

    private static String named(String word, List<OperatorClient.Processor> all) {
        return all.stream()
                .map(OperatorClient.Processor::name)
                .filter(name -> name.equals(word) || name.equals(Views.PREFIX + word))
                .findFirst()
                .orElseThrow(() ->
                        new CannotRun("There is no processor \"" + word + "\". ./callout processors lists them."));
    }

    private static void print(List<OperatorClient.Processor> processors, PrintStream out) {
        out.printf(
                "%-32s %-9s %-8s %8s %10s %8s %9s %8s  %s%n",
                "PROCESSOR", "KIND", "STATE", "SEGMENTS", "POSITION", "BEHIND", "SECONDS", "LETTERS", "NODE");
        processors.forEach(processor -> out.printf(
                "%-32s %-9s %-8s %8d %10d %8d %9s %8d  %s%n",
                processor.name(),
                processor.kind(),
                processor.replaying() ? "REPLAYS" : processor.state(),
                processor.segments().size(),
                processor.position(),
                processor.lag(),
                processor.behind() == null ? "?" : processor.behind().toSeconds(),
                processor.deadLetters(),
                nodes(processor)));
    }

    private static String nodes(OperatorClient.Processor processor) {
        return processor.segments().stream()
                .map(OperatorClient.Segment::owner)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
