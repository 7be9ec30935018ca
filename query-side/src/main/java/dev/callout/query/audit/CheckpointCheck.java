package dev.callout.query.audit;

import static dev.callout.api.audit.Verification.Kind.CHECKPOINT_BROKEN;
import static dev.callout.api.audit.Verification.Kind.PUBLISHED_CHECKPOINT_DIFFERS;

import dev.callout.api.audit.Checkpoint;
import dev.callout.platform.audit.Hash;
import dev.callout.platform.audit.MerkleTree;
import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.audit.Statements;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares the chain with what was signed for, and what was signed for with what was published. */
@Component
class CheckpointCheck {

    private final Checkpoints checkpoints;
    private final Blocks blocks;
    private final SigningKey key;

    CheckpointCheck(Checkpoints checkpoints, Blocks blocks, SigningKey key) {
        this.checkpoints = checkpoints;
        this.blocks = blocks;
        this.key = key;
    }

    /** How many checkpoints there are. */
    int check(List<Checkpoint> published, Findings findings) {
        var kept = checkpoints.all();
        var number = 0L;
        var lastBlock = 0L;
        var events = 0L;
        var previous = Hash.NONE;
        for (var checkpoint : kept) {
            events += blocks.events(lastBlock + 1, checkpoint.lastBlock());
            signature(checkpoint, "Checkpoint %d".formatted(checkpoint.number()), findings);
            findings.unless(
                    checkpoint.number() == number + 1
                            && checkpoint.firstBlock() == lastBlock + 1
                            && checkpoint.previous().equals(previous.toString()),
                    CHECKPOINT_BROKEN,
                    "Checkpoint %d does not follow checkpoint %d.",
                    checkpoint.number(),
                    number);
            findings.unless(
                    signsFor(checkpoint) && checkpoint.events() == events,
                    CHECKPOINT_BROKEN,
                    "Blocks %d to %d are not those that checkpoint %d was signed for on %s: they were changed after.",
                    checkpoint.firstBlock(),
                    checkpoint.lastBlock(),
                    checkpoint.number(),
                    checkpoint.takenAt());
            number = checkpoint.number();
            lastBlock = checkpoint.lastBlock();
            previous = Statements.hash(checkpoint);
        }
        publishedOnes(published, kept, findings);
        return kept.size();
    }

    private boolean signsFor(Checkpoint checkpoint) {
        var hashes = blocks.hashes(checkpoint.firstBlock(), checkpoint.lastBlock());
        return hashes.size() == checkpoint.lastBlock() - checkpoint.firstBlock() + 1
                && new MerkleTree(hashes).root().toString().equals(checkpoint.root());
    }

    /** Whether we signed it as it stands: one that we did not says nothing about anything else. */
    private boolean signature(Checkpoint checkpoint, String name, Findings findings) {
        var signed = Statements.isSigned(checkpoint);
        var ours = key.publicKey().equals(checkpoint.publicKey());
        findings.unless(signed, CHECKPOINT_BROKEN, "%s was changed: its signature does not fit.", name);
        findings.unless(
                ours,
                CHECKPOINT_BROKEN,
                "%s was signed with a key that is not ours; its fingerprint is %s.",
                name,
                SigningKey.fingerprint(checkpoint.publicKey()));
        return signed && ours;
    }

    private void publishedOnes(List<Checkpoint> published, List<Checkpoint> kept, Findings findings) {
        var byNumber = kept.stream().collect(Collectors.toMap(Checkpoint::number, Function.identity()));
        for (var checkpoint : published) {
            if (signature(checkpoint, "The published checkpoint %d".formatted(checkpoint.number()), findings)) {
                compare(checkpoint, byNumber.get(checkpoint.number()), findings);
            }
        }
    }

    private static void compare(Checkpoint published, Checkpoint ours, Findings findings) {
        findings.unless(
                ours != null,
                PUBLISHED_CHECKPOINT_DIFFERS,
                "Checkpoint %d, published on %s over %d events, is missing here.",
                published.number(),
                published.takenAt(),
                published.events());
        findings.unless(
                ours == null || ours.equals(published),
                PUBLISHED_CHECKPOINT_DIFFERS,
                "Checkpoint %d is not the one that was published on %s: blocks %d to %d were changed after.",
                published.number(),
                published.takenAt(),
                published.firstBlock(),
                published.lastBlock());
    }
}
