package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.util.List;

/** Prints a checksum of each view's tables, to compare before and after a rebuild or with another installation. */
final class DigestCommand implements CliCommand {

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public String arguments() {
        return "[VIEW...]";
    }

    @Override
    public String summary() {
        return "print a checksum of each view's tables";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        try (var server = ReachedServer.ofExisting(settings, console)) {
            var views = arguments.isEmpty() ? List.of(Views.ALL) : arguments;
            for (var view : Views.named(views, server.client())) {
                server.client()
                        .digest(view)
                        .forEach(table ->
                                console.out().printf("%s  %8d  %s%n", table.sha256(), table.rows(), table.table()));
            }
        }
    }
}
