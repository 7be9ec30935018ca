package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Lists the events that a view or policy could not handle, and has them tried again or given up. */
final class DeadLettersCommand implements CliCommand {

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String arguments() {
        return "[list | retry GROUP | discard GROUP]";
    }

    @Override
    public String summary() {
        return "show, retry or give up events that could not be handled";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        var action = arguments.isEmpty() ? "list" : arguments.get(0);
        if (arguments.size() != (action.equals("list") ? Math.min(1, arguments.size()) : 2)) {
            throw BadUsage.of(this);
        }
        if (!List.of("list", "retry", "discard").contains(action)) {
            throw BadUsage.of(this);
        }
        try (var server = ReachedServer.ofExisting(settings, console)) {
            switch (action) {
                case "retry" -> {
                    var outcome = server.client().retryDeadLetters(arguments.get(1));
                    console.out().printf("Tried %d again; %d failed once more.%n", outcome.before(), outcome.left());
                }
                case "discard" -> {
                    var outcome = server.client().discardDeadLetters(arguments.get(1));
                    console.out().printf("Gave up %d.%n", outcome.before() - outcome.left());
                }
                default -> list(server.client().deadLetters(), console.out());
            }
        }
    }

    private static void list(List<OperatorClient.DeadLetter> letters, PrintStream out) {
        if (letters.isEmpty()) {
            out.println("None: every event was handled.");
        }
        letters.forEach(letter -> out.printf(
                "%s: %s of %s, since %s%n    %s: %s%n",
                letter.group(),
                letter.event(),
                letter.aggregateId(),
                letter.enqueuedAt(),
                letter.causeType(),
                letter.cause()));
    }
}
