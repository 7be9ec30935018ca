package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.database.DataVersion;
import dev.callout.launcher.server.Mode;
import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;

/** The server an operator's command works with: the one that runs on the data folder, or one started just for that. */
final class ReachedServer implements AutoCloseable {

    private final Server startedForThis;
    private final OperatorClient client;

    private ReachedServer(Server startedForThis, URI address, Settings settings) throws IOException {
        this.startedForThis = startedForThis;
        this.client = new OperatorClient(address, Server.operatorKey(settings));
    }

    static ReachedServer of(Settings settings, PrintStream err) throws IOException {
        var running = Server.runningOn(settings);
        if (running.isPresent()) {
            return new ReachedServer(null, running.get(), settings);
        }
        err.println("No Callout runs on " + settings.dataFolder() + "; starting one for this.");
        var server = Server.start(settings.onAnyFreePort(), Mode.ERRAND);
        return new ReachedServer(server, server.address(), settings);
    }

    /** For commands that only look at or repair what is there: they make no new Callout out of a mistyped folder. */
    static ReachedServer ofExisting(Settings settings, Console console) throws IOException {
        if (!Server.hasRunOn(settings) && !hasDatabase(settings)) {
            throw new CannotRun("There is no Callout in " + settings.dataFolder()
                    + " yet. `./callout` or `./callout demo` makes one.");
        }
        return of(settings, console.err());
    }

    /** A process that comes and goes, as a container does, has a folder of its own and the database of all. */
    private static boolean hasDatabase(Settings settings) {
        return settings.existingDatabase()
                .map(existing -> DataVersion.isOfCallout(existing.reach()))
                .orElse(false);
    }

    OperatorClient client() {
        return client;
    }

    @Override
    public void close() {
        if (startedForThis != null) {
            startedForThis.close();
        }
    }
}
