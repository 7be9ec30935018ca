package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Computes views again from the events, one after the other, and shows how far it is. */
final class RebuildCommand implements CliCommand {

    private static final Duration POLL = Duration.ofMillis(250);

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String arguments() {
        return "VIEW... | " + Views.ALL;
    }

    @Override
    public String summary() {
        return "compute views again from the events";
    }

    @Override
    public String details() {
        return "People go on reading the old rows until the new ones are complete. ./callout status lists the views.";
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (arguments.isEmpty()) {
            throw BadUsage.of(this);
        }
        try (var server = ReachedServer.ofExisting(settings, console)) {
            for (var view : Views.named(arguments, server.client())) {
                rebuild(view, server.client(), console.err());
            }
        }
    }

    private static void rebuild(String view, OperatorClient client, PrintStream err) throws IOException {
        client.rebuild(view);
        var bar = new ProgressBar(view, err);
        var patience = new Patience("the rebuild of " + view, POLL);
        for (var rebuild = rebuildOf(view, client); ; rebuild = rebuildOf(view, client)) {
            bar.show(rebuild.done(), rebuild.total());
            switch (rebuild.state()) {
                case "DONE" -> {
                    bar.finish();
                    return;
                }
                case "FAILED" -> {
                    bar.abandon();
                    throw new CannotRun(
                            "The rebuild of " + view + " failed and left the old rows in place: " + rebuild.error());
                }
                default -> patience.await(rebuild.done());
            }
        }
    }

    private static OperatorClient.Rebuild rebuildOf(String view, OperatorClient client) throws IOException {
        return client.projections().stream()
                .filter(projection -> projection.name().equals(view))
                .map(OperatorClient.Projection::rebuild)
                .findFirst()
                .orElseThrow(() -> new CannotRun("The server no longer knows the view " + view + "."));
    }
}
