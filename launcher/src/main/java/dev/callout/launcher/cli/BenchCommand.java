package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.server.Settings;
import java.io.PrintStream;
import java.util.List;

/** Lets help know of what the script does itself: whoever measures starts products and must be none. */
final class BenchCommand implements CliCommand {

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String arguments() {
        return "[rebuild] [--quick]";
    }

    @Override
    public String summary() {
        return "measure it on this machine, beside plain PostgreSQL";
    }

    @Override
    public String details() {
        return "./callout bench --help tells what can be chosen, docs/performance.md how to read what comes of it.";
    }

    @Override
    public void run(List<String> arguments, Settings settings, PrintStream out) {
        throw new CannotRun("Only the ./callout script of a checkout can measure.");
    }
}
