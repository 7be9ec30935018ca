package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.server.Settings;
import java.util.List;

/** Lets help know of what the {@code ./callout} script does itself: it starts products, and so must be none. */
record ScriptCommand(String name, String arguments, String summary) implements CliCommand {

    @Override
    public String details() {
        return "./callout " + name
                + " --help tells what can be chosen, docs/performance.md how to read what comes of it.";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) {
        throw new CannotRun("Only the ./callout script of a checkout can " + name + ".");
    }
}
