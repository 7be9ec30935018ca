package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.util.List;

/** Shows how far each view has read and whether it is being rebuilt. */
final class StatusCommand implements CliCommand {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "show how far each view has read";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (!arguments.isEmpty()) {
            throw BadUsage.of(this);
        }
        try (var server = ReachedServer.ofExisting(settings, console)) {
            console.out().printf("%-32s %-12s %10s %10s %8s%n", "VIEW", "STATE", "POSITION", "OF", "BEHIND");
            server.client()
                    .projections()
                    .forEach(view -> console.out()
                            .printf(
                                    "%-32s %-12s %10d %10d %8d%n",
                                    view.name(), view.state(), view.position(), view.head(), view.lag()));
        }
    }
}
