package dev.callout.launcher.cli;

import dev.callout.api.audit.TicketProof;
import dev.callout.launcher.server.Settings;
import dev.callout.platform.audit.ProofCheck;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.UnsoundProof;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks the proof of one ticket's history, anywhere: no server and no database take part. */
final class CheckProofCommand implements CliCommand {

    @Override
    public String name() {
        return "check-proof";
    }

    @Override
    public String arguments() {
        return "FILE [--public-key KEY] [--checkpoint FILE-OR-FOLDER]...";
    }

    @Override
    public String summary() {
        return "check the proof of a ticket's history, without a server";
    }

    @Override
    public String details() {
        return """
                FILE is what /api/v1/audit/tickets/{ticket}/proof gave. --public-key is the key that must have signed it:
                its fingerprint, its hexadecimal digits, or the name of a file with either; --checkpoint names
                checkpoints that were published where the company cannot change them, of which at least one must be in
                the proof. Without either, compare the fingerprint that is shown with one you trust. The exit code is 1
                if anything does not fit.
                """;
    }

    @Override
    public void run(List<String> arguments, Settings settings, Console console) throws IOException {
        if (arguments.isEmpty() || arguments.size() % 2 == 0) {
            throw BadUsage.of(this);
        }
        String key = null;
        var checkpoints = new ArrayList<Path>();
        for (var i = 1; i < arguments.size(); i += 2) {
            switch (arguments.get(i)) {
                case "--public-key" -> key = keyIn(arguments.get(i + 1));
                case "--checkpoint" -> checkpoints.add(Path.of(arguments.get(i + 1)));
                default -> throw BadUsage.of(this);
            }
        }
        var proof = read(Path.of(arguments.get(0)));
        try {
            ProofCheck.check(proof, key, CheckpointFiles.read(checkpoints).checkpoints());
        } catch (UnsoundProof unsound) {
            throw new BadVerdict(unsound.getMessage());
        }
        tell(proof, console.out());
    }

    private static String keyIn(String keyOrFile) {
        var file = Path.of(keyOrFile);
        var key = Files.isRegularFile(file) ? TextFile.read(file).strip() : keyOrFile;
        if (!SigningKey.isNamedBy(key)) {
            throw new BadUsage("--public-key takes 64 hexadecimal digits, a fingerprint such as"
                    + " 0a1b-2c3d-4e5f-6071-8293-a4b5-c6d7-e8f9, or a file with one of them.");
        }
        return key;
    }

    private static TicketProof read(Path file) {
        try {
            var proof = new JsonMapper().readValue(TextFile.read(file), TicketProof.class);
            if (proof != null) {
                return proof;
            }
        } catch (JacksonException noJson) {
            // said below
        }
        throw new BadVerdict(file + " is no proof of a ticket's history.");
    }

    private static void tell(TicketProof proof, PrintStream out) {
        var manifest = proof.manifest();
        var last = proof.checkpoints().get(proof.checkpoints().size() - 1);
        out.printf(
                "SOUND: %s had %d events on %s; all are here, unchanged and in their order.%n",
                manifest.ticketId(), manifest.events(), manifest.issuedAt());
        out.printf(
                "Signed with the key %s; the last checkpoint in it is number %d of %s.%n",
                SigningKey.fingerprint(manifest.publicKey()), last.number(), last.takenAt());
    }
}
