package dev.callout.launcher.cli;

import dev.callout.launcher.server.Mode;
import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.util.List;

/** Runs Callout until it is told to stop. */
final class ServeCommand implements CliCommand {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "run Callout; what no command at all does, too";
    }

    @Override
    public String details() {
        return "The first start creates one administrator and shows the password once. Ctrl-C or SIGTERM stops it.";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (!arguments.isEmpty()) {
            throw BadUsage.of(this);
        }
        var words = settings.wordsTo(console.out());
        words.println("Starting Callout on " + settings.dataFolder() + " ...");
        var server = Server.start(settings, Mode.SERVICE);
        Welcome.to(server, settings, words);
        server.runUntilStopped();
    }
}
