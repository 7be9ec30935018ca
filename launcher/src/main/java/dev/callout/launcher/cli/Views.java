package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.util.List;

/** The views a command is about: those named, or all. */
final class Views {

    static final String ALL = "--all";
    static final String PREFIX = "projection-";

    private Views() {}

    static List<String> named(List<String> arguments, OperatorClient client) throws IOException {
        var known = client.projections().stream()
                .map(OperatorClient.Projection::name)
                .toList();
        if (arguments.equals(List.of(ALL))) {
            return known;
        }
        return arguments.stream().map(word -> nameOf(word, known)).toList();
    }

    /** The short name will do: {@code ticket-board} for {@code projection-ticket-board}. */
    private static String nameOf(String word, List<String> known) {
        return known.stream()
                .filter(name -> name.equals(word) || name.equals(PREFIX + word))
                .findFirst()
                .orElseThrow(() -> new CannotRun(
                        "There is no view \"" + word + "\". There are: " + String.join(", ", known) + "."));
    }
}
