package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.util.List;

/** The views a command is about: those named, or all. */
final class Views {

    static final String ALL = "--all";

    private Views() {}

    static List<String> named(List<String> arguments, OperatorClient client) throws IOException {
        var known = client.projections().stream()
                .map(OperatorClient.Projection::name)
                .toList();
        if (arguments.equals(List.of(ALL))) {
            return known;
        }
        for (var name : arguments) {
            if (!known.contains(name)) {
                throw new CannotRun("There is no view \"" + name + "\". There are: " + String.join(", ", known) + ".");
            }
        }
        return arguments;
    }
}
