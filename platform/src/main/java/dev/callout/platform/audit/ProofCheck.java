package dev.callout.platform.audit;

import static dev.callout.platform.audit.UnsoundProof.unless;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.TicketProof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Checks a ticket's proof with nothing but the proof itself: first what is signed, then the blocks that are signed for,
 * then the events that are in the blocks. The first thing that does not fit is told.
 */
public final class ProofCheck {

    private final TicketProof proof;
    private final Map<Long, Checkpoint> checkpoints = new HashMap<>();
    private final Map<Long, TicketProof.Block> blocks = new HashMap<>();

    private ProofCheck(TicketProof proof) {
        this.proof = proof;
    }

    /**
     * Throws {@link UnsoundProof} if anything does not fit.
     *
     * @param trustedKey the public key that must have signed, in full or as its fingerprint; null when any may have
     * @param published checkpoints from elsewhere, of which the proof must contain at least one
     */
    public static void check(TicketProof proof, String trustedKey, List<Checkpoint> published) {
        var check = new ProofCheck(proof);
        check.wholeness();
        check.signatures(trustedKey);
        check.publishedOnes(published);
        check.blocks();
        new ProofOfEvents(proof, check.blocks).check();
    }

    private void wholeness() {
        unless(
                TicketProof.FORMAT.equals(proof.format())
                        && proof.manifest() != null
                        && isWhole(proof.events())
                        && isWhole(proof.blocks())
                        && isWhole(proof.checkpoints())
                        && Stream.concat(
                                        proof.events().stream().map(TicketProof.Event::path),
                                        proof.blocks().stream().map(TicketProof.Block::path))
                                .allMatch(ProofCheck::isWhole),
                "This is no proof of a ticket's history, or a part of it is missing.");
    }

    private static boolean isWhole(List<?> list) {
        return list != null && list.stream().allMatch(Objects::nonNull);
    }

    private void signatures(String trustedKey) {
        var manifest = proof.manifest();
        unless(
                trustedKey == null || SigningKey.isNamedBy(trustedKey, manifest.publicKey()),
                "It was signed with another key than the one given: its fingerprint is %s.",
                SigningKey.fingerprint(manifest.publicKey()));
        unless(Statements.isSigned(manifest), "What is proved was changed: the manifest's signature does not fit.");
        Checkpoint before = null;
        for (var checkpoint : proof.checkpoints()) {
            unless(
                    Statements.isSigned(checkpoint),
                    "Checkpoint %d was changed: its signature does not fit.",
                    checkpoint.number());
            unless(
                    Objects.equals(checkpoint.publicKey(), manifest.publicKey()),
                    "Checkpoint %d was signed with another key than the manifest.",
                    checkpoint.number());
            unless(
                    before == null || follows(checkpoint, before),
                    "Checkpoint %d does not follow the one before it.",
                    checkpoint.number());
            checkpoints.put(checkpoint.number(), checkpoint);
            before = checkpoint;
        }
    }

    private static boolean follows(Checkpoint checkpoint, Checkpoint before) {
        return checkpoint.number() == before.number() + 1
                && checkpoint.firstBlock() == before.lastBlock() + 1
                && Statements.hash(before).toString().equals(checkpoint.previous());
    }

    private void publishedOnes(List<Checkpoint> published) {
        var met = false;
        for (var checkpoint : published) {
            var ours = checkpoints.get(checkpoint.number());
            unless(
                    ours == null || ours.equals(checkpoint),
                    "Checkpoint %d is not the one that was published.",
                    checkpoint.number());
            met |= ours != null;
        }
        unless(
                met || published.isEmpty(),
                "None of the published checkpoints is in this proof, which has %s.",
                checkpoints.keySet().stream().sorted().toList());
    }

    private void blocks() {
        for (var block : proof.blocks()) {
            var checkpoint = checkpoints.get(block.checkpoint());
            unless(checkpoint != null, "The checkpoint of block %d is missing.", block.number());
            unless(
                    MerkleTree.rootOf(
                                    hash(block),
                                    block.number() - checkpoint.firstBlock(),
                                    checkpoint.lastBlock() - checkpoint.firstBlock() + 1,
                                    hashes(block.path()))
                            .toString()
                            .equals(checkpoint.root()),
                    "Block %d was changed: checkpoint %d does not sign for it.",
                    block.number(),
                    checkpoint.number());
            blocks.put(block.number(), block);
        }
    }

    private static Hash hash(TicketProof.Block block) {
        return new Block(
                        block.number(),
                        hash(block.previous()),
                        block.firstPosition(),
                        block.lastPosition(),
                        block.events(),
                        hash(block.root()))
                .hash();
    }

    static List<Hash> hashes(List<String> path) {
        return path.stream().map(ProofCheck::hash).toList();
    }

    private static Hash hash(String hex) {
        try {
            return Hash.parse(hex);
        } catch (IllegalArgumentException garbled) {
            return Hash.NONE; // fits nothing
        }
    }
}
