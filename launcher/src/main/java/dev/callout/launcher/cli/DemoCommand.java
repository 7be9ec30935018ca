package dev.callout.launcher.cli;

import dev.callout.launcher.server.Mode;
import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.util.List;

/** Runs Callout with a small service company to try things on. */
final class DemoCommand implements CliCommand {

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "run Callout with a made-up service company to try things on";
    }

    @Override
    public String details() {
        return """
                Customers, technicians and tickets are made once and kept in the data folder. The accounts have a
                public password, so the demo listens on this machine only, and wants a data folder without real work.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (!arguments.isEmpty()) {
            throw BadUsage.of(this);
        }
        console.out().println("Starting the Callout demo on " + settings.dataFolder() + " ...");
        var server = Server.start(settings, Mode.DEMO);
        Welcome.to(server, settings, console.out());
        server.runUntilStopped();
    }
}
