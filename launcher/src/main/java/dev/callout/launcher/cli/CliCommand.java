package dev.callout.launcher.cli;

import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.util.List;

/** One thing {@code ./callout} can do. Returns when it is done; throws when it could not be. */
interface CliCommand {

    /** The first word on the command line. */
    String name();

    /** What may follow the name, as help shows it. */
    default String arguments() {
        return "";
    }

    /** One line for the list of commands. */
    String summary();

    /** What help tells when asked about this command alone. */
    default String details() {
        return "";
    }

    void run(List<String> arguments, Settings settings, Console console) throws IOException;
}
