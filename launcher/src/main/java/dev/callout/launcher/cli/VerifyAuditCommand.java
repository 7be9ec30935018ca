package dev.callout.launcher.cli;

import dev.callout.api.audit.Verification;
import dev.callout.launcher.CannotRun;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has every stored event compared with its seal, and tells the first that was changed, is missing or was added. */
final class VerifyAuditCommand implements CliCommand {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String CHECKPOINT = "--checkpoint";

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String arguments() {
        return "[--checkpoint FILE-OR-FOLDER]...";
    }

    @Override
    public String summary() {
        return "check that no event was changed, removed or added";
    }

    @Override
    public String details() {
        return """
                Compares each stored event with the seal it got, the seals with the chain of blocks, and the chain with
                the signed checkpoints. --checkpoint names checkpoints that were published where nobody here can change
                them; only these show whether the whole history was rewritten. The exit code is 1 if anything is not as
                it was sealed. docs/audit.md tells what this proves and what not.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        var published = CheckpointFiles.read(checkpointsIn(arguments));
        try (var server = ReachedServer.ofExisting(settings, console)) {
            var verdict = await(server.client(), server.client().verifyHistory(published), console.err());
            if (!published.checkpoints().isEmpty()) {
                console.out()
                        .printf(
                                "Compared with %d published checkpoints.%n",
                                published.checkpoints().size());
            }
            tell(verdict, console.out());
        }
    }

    private List<Path> checkpointsIn(List<String> arguments) {
        var paths = new ArrayList<Path>();
        for (var i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals(CHECKPOINT) || i + 1 == arguments.size()) {
                throw BadUsage.of(this);
            }
            paths.add(Path.of(arguments.get(i + 1)));
        }
        return paths;
    }

    private static Verification await(OperatorClient client, Verification begun, PrintStream err) throws IOException {
        var bar = new ProgressBar("Checking events", err);
        var patience = new Patience("the check of the history", POLL);
        var last = begun;
        for (; last.state() == Verification.State.RUNNING; last = client.verification()) {
            bar.show(last.done(), last.total());
            patience.await(last.done());
        }
        if (last.state() == Verification.State.FAILED) {
            bar.abandon();
            throw new CannotRun("The history could not be checked: " + last.error());
        }
        bar.show(last.done(), last.total());
        bar.finish();
        return last;
    }

    private static void tell(Verification verdict, PrintStream out) {
        out.printf(
                "%d events in %d blocks under %d checkpoints; %d newer ones are not sealed yet.%n",
                verdict.total(), verdict.blocks(), verdict.checkpoints(), verdict.notYetSealed());
        out.println("Checkpoints are signed with the key " + verdict.fingerprint() + ".");
        if (verdict.state() != Verification.State.SOUND) {
            verdict.findings().forEach(finding -> out.println("  " + finding.message()));
            throw new BadVerdict(verdict.findings().get(0).message());
        }
        out.println("SOUND: every event is as it was sealed.");
    }
}
